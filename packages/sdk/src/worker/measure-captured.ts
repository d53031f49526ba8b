import { type MeasureInput, measureBody } from '@vua/models/body';
import { type CapturedFrame, type CaptureStore, knownCamera } from './capture-store.ts';
import type { ScanOutcome } from './scan-worker-api.ts';
import { sightingsOf } from './sightings-of.ts';

/** Measures what was captured of both views. */
export function measureCaptured(captures: CaptureStore, how: Pick<MeasureInput, 'profile' | 'model' | 'calibration'>): ScanOutcome {
  const [front, side] = [captures.frames('front'), captures.frames('side')];
  const outcome = measureBody({ ...how, sightings: sightingsOf(front, side), cameras: { front: knownCamera(front), side: knownCamera(side) } });
  if (outcome.status === 'refused') return outcome;
  return { status: 'measured', body: outcome.body, widths: outcome.widths, seen: outcome.seen, outlines: { front: outlineOfLast(front), side: outlineOfLast(side) } };
}

function outlineOfLast(frames: readonly CapturedFrame[]): CapturedFrame['outline'] {
  return frames.at(-1)?.outline ?? { widthPx: 0, heightPx: 0, points: new Float32Array() };
}
