export { recommend } from './recommend.ts';
export { STRATEGIES } from './strategies.ts';
export { createCatalog } from './catalog.ts';
export type { Catalog, RecommendableItem } from './catalog.ts';
export { attributeSimilarity } from './attribute-similarity.ts';
export type { PriceRange, RecommendationRequest } from './recommendation-request.ts';
export type { Crowd, Expectation, Follower, HistoryStep, Listing, RankedItem, RecommendationSources } from './recommendation-sources.ts';
export type { Candidate, Ranking, Strategy } from './strategy.ts';
