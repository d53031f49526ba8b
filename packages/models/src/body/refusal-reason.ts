import type { View } from '../silhouette/index.ts';

/** Why pictures of a person cannot be measured. */
export const REFUSAL_REASONS = [
  'no-person', 'several-people', 'picture-too-small', 'head-cut', 'feet-cut', 'not-facing', 'not-side-on',
  'sitting', 'back-view', 'too-dark', 'outline-unclear', 'views-disagree', 'clothes-loose',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A refusal names the view that should be taken again. */
export interface Refusal {
  readonly view: View;
  readonly reason: RefusalReason;
}
