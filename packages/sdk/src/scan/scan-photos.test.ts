import { expect, it } from 'vitest';
import { SdkError } from '../sdk-error.ts';
import { createMemoryScanWorker } from '../testing/memory-scan-worker.ts';
import type { ScanOutcome } from '../worker/scan-worker-api.ts';
import { scanPhotos } from './scan-photos.ts';

const PROFILE = { statureCm: 165 };
const OUTLINE = { widthPx: 720, heightPx: 1280, points: Float32Array.of(0, 0, 1, 0, 1, 1) };
const MEASURED: ScanOutcome = { status: 'measured', body: { source: 'camera', profile: PROFILE, measurements: {} }, outlines: { front: OUTLINE, side: OUTLINE } };

function setUp() {
  let open = 0;
  const worker = createMemoryScanWorker(MEASURED);
  const readPhoto = async (file: Blob): Promise<ImageBitmap> => {
    const code = await file.text();
    if (code !== 'photo') throw new SdkError(code as 'photo-heic');
    open++;
    return { width: 720, height: 1280, close: () => void open-- };
  };
  const scan = (front = 'photo', side = 'photo', signal?: AbortSignal) =>
    scanPhotos({ worker, profile: PROFILE, readPhoto, photos: { front: new Blob([front]), side: new Blob([side]) }, signal });
  return { worker, scan, openPhotos: () => open };
}

it('measures two photos and closes them', async () => {
  const { scan, openPhotos } = setUp();
  expect(await scan()).toBe(MEASURED);
  expect(openPhotos()).toBe(0);
});

it.each(['photo-heic', 'photo-unreadable', 'photo-too-small'] as const)('tells which photo is %s', async (code) => {
  const { scan, worker, openPhotos } = setUp();
  expect(await scan('photo', code)).toMatchObject({ status: 'failed', failure: { kind: 'fault', code, view: 'side' } });
  expect(worker.calls).toEqual([]);
  expect(openPhotos()).toBe(0);
});

it('passes on a refusal', async () => {
  const { scan, worker } = setUp();
  worker.outcome({ status: 'refused', view: 'front', reason: 'back-view' });
  expect(await scan()).toMatchObject({ status: 'failed', failure: { kind: 'refused', view: 'front', reason: 'back-view', offers: ['photos', 'manual'] } });
});

it('turns a fault of the worker into an answer', async () => {
  const { scan, worker, openPhotos } = setUp();
  worker.break(new SdkError('worker-lost'));
  expect(await scan()).toMatchObject({ status: 'failed', failure: { code: 'worker-lost' } });
  expect(openPhotos()).toBe(0);
});

it('stops when aborted', async () => {
  const { scan, worker } = setUp();
  expect(await scan('photo', 'photo', AbortSignal.abort())).toMatchObject({ failure: { code: 'aborted' } });
  expect(worker.calls).toEqual([]);
});
