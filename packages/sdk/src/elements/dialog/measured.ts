import type { BodyEstimate } from '@vua/models/body';
import type { View } from '../../inference/frame-reading.ts';
import type { Outline } from '../../worker/scan-worker-api.ts';

/** A measured body and, from pictures, the silhouettes it was read from. */
export interface Measured {
  readonly body: BodyEstimate;
  readonly outlines?: Readonly<Record<View, Outline>>;
  /** UTC milliseconds, of a body that an earlier visit kept. Absent: now. */
  readonly measuredAtMs?: number;
}
