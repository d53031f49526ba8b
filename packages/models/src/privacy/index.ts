export { estimateShare } from './estimate-share.ts';
export type { ShareEstimate } from './estimate-share.ts';
export { keepProbability, otherProbability, randomizeBin } from './randomized-response.ts';
export type { RandomWord, ResponseDesign } from './randomized-response.ts';
export { DEFAULT_DESIGN, RESPONSE_DESIGNS, binEdgeCm, binOfCm, isKnownDesign } from './statistics-bins.ts';
