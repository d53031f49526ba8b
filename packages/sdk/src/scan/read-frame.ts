import type { CameraFrame, DeviceTilt } from '../capture/index.ts';
import type { FrameReading } from '../inference/frame-reading.ts';
import type { ScanWorkerApi } from '../worker/scan-worker-api.ts';
import type { LiveStep } from './scan-state.ts';
import { VIEW_OF } from './scan-table.ts';

/** Hands a frame to the worker: to look at, or to keep while a view is being captured. */
export async function readFrame(
  worker: Pick<ScanWorkerApi, 'observe' | 'capture'>, step: LiveStep, { image, atMs }: CameraFrame, tilt: DeviceTilt | undefined,
): Promise<FrameReading> {
  const context = { view: VIEW_OF[step], atMs, ...(tilt && { tilt }) };
  const isKept = step === 'capturing-front' || step === 'capturing-side';
  try {
    return await (isKept ? worker.capture(image, context) : worker.observe(image, context));
  } finally {
    // Does nothing once the frame was transferred.
    image.close();
  }
}
