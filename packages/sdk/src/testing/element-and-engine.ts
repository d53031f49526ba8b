// What a page needs to rank and show recommendations, for those that weigh it: the element and the engine without a runtime.
export { mountRecommendations } from '../elements/recommendations/mount-recommendations.ts';
export { openPureRanker } from '../actions/pure-ranker.ts';
export { openModel } from '@vua/models/sequence';
