import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import type { MemoryScanWorker } from '../testing/memory-scan-worker.ts';
import { type ServedPage, servePage } from '../testing/serve-page.ts';
import type { ScanSession } from './scan-session.ts';
import type { ScanState, ScanStep } from './scan-state.ts';

/** What the page below offers to the tests. */
interface ScanLab {
  begin(signal?: AbortSignal): ScanSession;
  reach(session: ScanSession, step: ScanStep): Promise<ScanState>;
  worker: MemoryScanWorker;
  tracks: MediaStreamTrack[];
  held(): number;
}

declare global {
  interface Window { scanLab: ScanLab }
}

const SOURCE = `
  import { runScan } from './run-scan.ts';
  import { createMemoryScanWorker } from '../testing/memory-scan-worker.ts';
  const profile = { statureCm: 165 };
  const outline = { widthPx: 1280, heightPx: 720, points: Float32Array.of(0, 0, 1, 0, 1, 1) };
  const measured = { status: 'measured', body: { source: 'camera', profile, measurements: {} }, outlines: { front: outline, side: outline } };
  const tracks = [];
  const devices = navigator.mediaDevices;
  const original = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await original(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  const frames = [];
  globalThis.VideoFrame = class extends VideoFrame {
    constructor(...source) {
      super(...source);
      frames.push(this);
    }
  };
  const worker = createMemoryScanWorker(measured);
  window.scanLab = { worker, tracks,
    // A closed or handed-over frame has no format.
    held: () => frames.filter(({ format }) => format !== null).length,
    begin(signal) {
      const video = document.body.appendChild(document.createElement('video'));
      // Holding still and turning last a third: what is tested is not how long they are.
      return runScan({ worker, video, profile, locale: 'vi', signal, now: () => 3 * performance.now() });
    },
    reach: (session, step) => new Promise((resolve) => session.subscribe((state) => { if (state.step === step) resolve(state); })),
  };
`;

let served: ServedPage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await servePage(SOURCE, import.meta.url);
  browser = await openBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
});
afterEach(() => page.context().close());
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function openPage(): Promise<Page> {
  page = await (await browser.newContext()).newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => 'scanLab' in window);
  return page;
}

const leftOn = (): Promise<{ live: number; held: number; sources: number }> => page.evaluate(() => ({
  live: window.scanLab.tracks.filter(({ readyState }) => readyState === 'live').length,
  held: window.scanLab.held(),
  sources: [...document.querySelectorAll('video')].filter(({ srcObject }) => srcObject !== null).length,
}));

const NOTHING = { live: 0, held: 0, sources: 0 };

it('runs from the press to the result on a real camera, and leaves nothing on', async () => {
  await openPage();
  const done = await page.evaluate(async () => {
    const { begin, reach, worker, tracks } = window.scanLab;
    const session = begin();
    await reach(session, 'framing-front');
    const liveInside = tracks.filter(({ readyState }) => readyState === 'live').length;
    const state = await reach(session, 'done');
    return { liveInside, step: state.step, kept: Math.min(worker.kept.front, worker.kept.side) };
  });
  expect(done).toMatchObject({ liveInside: 1, step: 'done' });
  expect(done.kept).toBeGreaterThanOrEqual(10);
  await expect.poll(leftOn).toEqual(NOTHING);
});

it.each(['permission', 'framing-front', 'capturing-front', 'capturing-side'] as const)('given up in %s: nothing is left on', async (step) => {
  await openPage();
  const end = await page.evaluate(async (at) => {
    const abort = new AbortController();
    const session = window.scanLab.begin(abort.signal);
    await window.scanLab.reach(session, at);
    abort.abort();
    return session.state().step;
  }, step);
  expect(end).toBe('cancelled');
  await expect.poll(leftOn).toEqual(NOTHING);
});

it('the camera is unplugged in the side view: failed within a second, and a retry finishes the scan', async () => {
  await openPage();
  const seen = await page.evaluate(async () => {
    const { begin, reach, tracks } = window.scanLab;
    const session = begin();
    await reach(session, 'framing-side');
    const beganMs = performance.now();
    tracks[0]?.stop();
    tracks[0]?.dispatchEvent(new Event('ended'));
    const failed = await reach(session, 'failed');
    const afterMs = performance.now() - beganMs;
    session.retry();
    const done = await reach(session, 'done');
    return { failure: failed.step === 'failed' ? failed.failure : undefined, afterMs, opened: tracks.length, step: done.step };
  });
  expect(seen).toMatchObject({ failure: { kind: 'fault', code: 'camera-lost', offers: ['retry', 'photos', 'manual'] }, opened: 2, step: 'done' });
  expect(seen.afterMs).toBeLessThan(1000);
  await expect.poll(leftOn).toEqual(NOTHING);
});

it('the worker dies: failed, nothing is left on', async () => {
  await openPage();
  const failure = await page.evaluate(async () => {
    const { begin, reach, worker } = window.scanLab;
    const session = begin();
    await reach(session, 'hold-front');
    worker.break(new Error('worker gone'));
    const failed = await reach(session, 'failed');
    return failed.step === 'failed' ? failed.failure : undefined;
  });
  expect(failure).toMatchObject({ kind: 'fault', offers: ['retry', 'manual'] });
  await expect.poll(leftOn).toEqual(NOTHING);
});

it('two finders on a page: the second is told that the camera is in use, the first goes on', async () => {
  await openPage();
  const seen = await page.evaluate(async () => {
    const { begin, reach, tracks } = window.scanLab;
    const first = begin();
    await reach(first, 'framing-front');
    const second = begin();
    const failed = await reach(second, 'failed');
    const opened = tracks.length;
    const done = await reach(first, 'done');
    second.retry();
    const retried = await reach(second, 'done');
    return { failure: failed.step === 'failed' ? failed.failure : undefined, opened, steps: [done.step, retried.step] };
  });
  expect(seen).toMatchObject({ failure: { code: 'camera-in-use' }, opened: 1, steps: ['done', 'done'] });
  await expect.poll(leftOn).toEqual(NOTHING);
});

it('a hidden page pauses the scan', async () => {
  await openPage();
  const seen = await page.evaluate(async () => {
    const { begin, reach, worker } = window.scanLab;
    const turn = (hidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const session = begin();
    await reach(session, 'capturing-front');
    turn(true);
    const paused = session.state();
    for (let shown = 0; shown < 10; shown++) await new Promise((resolve) => { document.querySelector('video')?.requestVideoFrameCallback(resolve); });
    const calls = worker.calls.length;
    for (let shown = 0; shown < 10; shown++) await new Promise((resolve) => { document.querySelector('video')?.requestVideoFrameCallback(resolve); });
    const callsLater = worker.calls.length;
    turn(false);
    const done = await reach(session, 'done');
    return { paused: 'paused' in paused && paused.paused, caption: paused.caption, more: callsLater - calls, step: done.step };
  });
  expect(seen).toEqual({ paused: true, caption: 'Tạm dừng.', more: 0, step: 'done' });
});
