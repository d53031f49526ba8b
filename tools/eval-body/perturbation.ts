import type { Random } from '../../packages/models/training/body/random.ts';
import type { PictureChange } from '../scan-lab/picture-change.ts';
import type { EvalPerson } from './eval-person.ts';

/** What one capture of a person is changed by. */
export interface CaptureChange {
  /** Added to the stature that is typed in. */
  readonly statureCm: number;
  readonly front: readonly PictureChange[];
  readonly side: readonly PictureChange[];
}

/** A way in which scans go wrong. Same seed and person, same changes. */
export interface Perturbation {
  /** What is drawn from which distribution; printed and written beside the figures. */
  readonly distribution: string;
  /** How often each person is captured. */
  readonly captures: number;
  /** How many people are measured where the caller names no number: all unless a full run takes too long. */
  readonly people?: number;
  /** What a person's data must hold; undefined = enough. */
  missing?(person: EvalPerson): string | undefined;
  draw(random: Random, person: EvalPerson): CaptureChange;
}
