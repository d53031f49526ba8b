import type { BodyPose } from '@vua/models/pose';
import type { DeviceTilt } from '../../capture/device-tilt.ts';
import type { View } from '../frame-reading.ts';
import { type BodyGeometry, bodyGeometry } from './body-geometry.ts';
import type { LightReading } from './light-reading.ts';

/** All that is known of a frame when its hint is chosen. */
export interface FrameFacts {
  readonly view: View;
  /** Milliseconds on the caller's clock, rising. */
  readonly atMs: number;
  /** People the detector sees; when it did not run on this frame, what it last saw. */
  readonly personCount: number;
  /** Absent when nobody was found. */
  readonly pose?: BodyPose;
  readonly light?: LightReading;
  readonly tilt?: DeviceTilt;
}

/** A frame that holds one person, measured for the checks. */
export interface PersonFacts extends FrameFacts {
  readonly pose: BodyPose;
  readonly body: BodyGeometry;
}

export const personFacts = (facts: FrameFacts & { readonly pose: BodyPose }): PersonFacts => ({ ...facts, body: bodyGeometry(facts.pose) });
