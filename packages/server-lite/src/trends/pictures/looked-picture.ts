import type { DominantColour } from '@vua/models/trend';
import type { ImageTags } from '../features/image/colour-tagger.ts';

/** `tagged`, or why nothing was seen. */
export type PictureOutcome = 'tagged' | Extract<ImageTags, { readonly status: 'refused' }>['reason'];

/** What was seen in the picture of a post. Of the picture itself nothing is kept. */
export interface LookedPicture {
  readonly postId: string;
  /** UTC milliseconds. */
  readonly postedMs: number;
  readonly lookedMs: number;
  /** How often its host was asked, from 1. */
  readonly tries: number;
  readonly outcome: PictureOutcome;
  /** The largest share first. */
  readonly colours: readonly DominantColour[];
}
