import type { View } from '../inference/frame-reading.ts';
import type { PoseEngine } from '../inference/pose-engine.ts';
import type { CaptureStore } from './capture-store.ts';
import { readStill } from './read-still.ts';
import type { ScanOutcome } from './scan-worker-api.ts';

export interface PhotoReaders {
  readonly engine: PoseEngine;
  /** A second opinion; what it cannot read, it has none on. */
  readonly second: PoseEngine | undefined;
}

/** Keeps what two photos show, and closes them. @returns why one cannot be measured; undefined when both can. */
export async function keepPhotos(captures: CaptureStore, { engine, second }: PhotoReaders, photos: Readonly<Record<View, ImageBitmap>>): Promise<ScanOutcome | undefined> {
  captures.forget();
  try {
    for (const view of ['front', 'side'] as const) {
      const still = await readStill(engine, photos[view], view);
      if (!still.ok) return { status: 'refused', view, reason: still.reason };
      const again = second && await readStill(second, photos[view], view);
      for (const frame of [...(again?.ok ? again.frames : []), ...still.frames]) captures.add(view, frame);
    }
  } finally {
    for (const photo of Object.values(photos)) photo.close();
  }
  return undefined;
}
