export { believedOffset, recogniseCut } from './believed-offset.ts';
export { NEW_BRAND, NEW_GARMENT } from './feedback-state.ts';
export { learnOutcome } from './learn-outcome.ts';
export type { GarmentCut } from './believed-offset.ts';
export type { BrandFeedback, Feedback, GarmentFeedback } from './feedback-state.ts';
export type { SizeOutcome } from './outcome.ts';
