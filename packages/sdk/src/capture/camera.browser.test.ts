import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type ServedPage, servePage } from '../testing/serve-page.ts';
import type { openCamera } from './open-camera.ts';

type Session = Awaited<ReturnType<typeof openCamera>>;

/** What the page below offers to the tests. */
interface Lab {
  openCamera: typeof openCamera;
  /** Opens a camera in a new video element and keeps it in `sessions`. */
  open(signal?: AbortSignal): Promise<string>;
  sessions: Session[];
  faults: { code: string; afterMs: number }[];
  /** When the last thing was broken, `performance.now`. */
  brokenAtMs: number;
  /** Every track the browser has given, to see that it was stopped. */
  tracks: MediaStreamTrack[];
  codeOf(work: Promise<unknown>): Promise<string>;
}

declare global {
  interface Window { lab: Lab }
}

const SOURCE = `
  import { openCamera } from './open-camera.ts';
  const tracks = [];
  const devices = navigator.mediaDevices;
  const original = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await original(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  const codeOf = (work) => work.then(() => 'ok', (error) => error.code ?? String(error));
  const lab = { openCamera, sessions: [], faults: [], brokenAtMs: 0, tracks, codeOf,
    open: (signal) => codeOf((async () => {
      const video = document.body.appendChild(document.createElement('video'));
      const session = await openCamera({ video, facing: 'user', signal });
      session.onFault(({ code }) => lab.faults.push({ code, afterMs: performance.now() - lab.brokenAtMs }));
      lab.sessions.push(session);
    })()),
  };
  window.lab = lab;
`;

const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

let served: ServedPage;
const browsers: Browser[] = [];
const pages: Page[] = [];

beforeAll(async () => { served = await servePage(SOURCE, import.meta.url); });
afterEach(async () => { for (const page of pages.splice(0)) await page.context().close(); });
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await served.close();
});

async function launch(args: readonly string[]): Promise<Browser> {
  const browser = await openBrowser(args);
  browsers.push(browser);
  return browser;
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  pages.push(page);
  await page.goto(served.url);
  await page.waitForFunction(() => 'lab' in window);
  return page;
}

const live = (page: Page): Promise<number> => page.evaluate(() => window.lab.tracks.filter(({ readyState }) => readyState === 'live').length);

describe('with a camera', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launch(FAKE_CAMERA); });

  it('opens at 720p, inline and silent, and gives new frames one after the other', async () => {
    const page = await openPage(browser);
    expect(await page.evaluate(() => window.lab.open())).toBe('ok');
    const seen = await page.evaluate(async () => {
      const [session] = window.lab.sessions;
      const video = document.querySelector('video');
      if (!session || !video) throw new Error('no session');
      const frames = [await session.nextFrame(), await session.nextFrame(), await session.nextFrame()];
      const sizes = frames.map(({ image }) => ('displayWidth' in image ? `${image.displayWidth}x${image.displayHeight}` : `${image.width}x${image.height}`));
      const timesMs = frames.map(({ atMs }) => atMs);
      for (const { image } of frames) image.close();
      return { sizes, timesMs, size: session.size(), inline: video.hasAttribute('playsinline'), muted: video.muted, audio: window.lab.tracks.some(({ kind }) => kind === 'audio') };
    });
    expect(seen).toMatchObject({ sizes: ['1280x720', '1280x720', '1280x720'], size: { widthPx: 1280, heightPx: 720 }, inline: true, muted: true, audio: false });
    expect(seen.timesMs).toEqual([...new Set(seen.timesMs)].sort((a, b) => a - b));
  });

  it('closing stops the tracks, empties the video and answers a waiting frame; twice is harmless', async () => {
    const page = await openPage(browser);
    await page.evaluate(() => window.lab.open());
    const after = await page.evaluate(async () => {
      const [session] = window.lab.sessions;
      if (!session) throw new Error('no session');
      const waiting = window.lab.codeOf(session.nextFrame());
      session.close();
      session.close();
      return { waiting: await waiting, later: await window.lab.codeOf(session.nextFrame()), source: document.querySelector('video')?.srcObject ?? null };
    });
    expect(after).toEqual({ waiting: 'aborted', later: 'aborted', source: null });
    expect(await live(page)).toBe(0);
  });

  it('an abort stops the tracks, also when the browser is still opening the camera', async () => {
    const page = await openPage(browser);
    const codes = await page.evaluate(async () => {
      const during = new AbortController();
      const opening = window.lab.open(during.signal);
      during.abort();
      const first = await opening;
      const after = new AbortController();
      const second = await window.lab.open(after.signal);
      after.abort();
      return [first, second, await window.lab.open(AbortSignal.abort())];
    });
    expect(codes).toEqual(['aborted', 'ok', 'aborted']);
    await expect.poll(() => live(page)).toBe(0);
  });

  it('two finders, one camera: the second is told so, and gets it when the first lets go', async () => {
    const page = await openPage(browser);
    const codes = await page.evaluate(async () => {
      const first = await window.lab.open();
      const second = await window.lab.open();
      const openNow = window.lab.tracks.filter(({ readyState }) => readyState === 'live').length;
      window.lab.sessions[0]?.close();
      return [first, second, openNow, await window.lab.open()];
    });
    expect(codes).toEqual(['ok', 'camera-in-use', 1, 'ok']);
  });

  it('a failed opening gives the lease back', async () => {
    const page = await openPage(browser);
    const codes = await page.evaluate(async () => {
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
      const first = await window.lab.open();
      HTMLMediaElement.prototype.play = play;
      return [first, window.lab.tracks.map(({ readyState }) => readyState), await window.lab.open()];
    });
    expect(codes).toEqual(['camera-unsupported', ['ended'], 'ok']);
  });

  it('a camera that never sends a picture is told of, and given back', async () => {
    const page = await openPage(browser);
    const codes = await page.evaluate(async () => {
      const devices = navigator.mediaDevices;
      const honest = devices.getUserMedia;
      // Chromium's own: the types do not know it.
      const { MediaStreamTrackGenerator } = globalThis as unknown as { MediaStreamTrackGenerator: new (init: { kind: string }) => MediaStreamTrack };
      const silent = new MediaStreamTrackGenerator({ kind: 'video' });
      devices.getUserMedia = async () => new MediaStream([silent]);
      const first = await window.lab.open();
      devices.getUserMedia = honest;
      return [first, silent.readyState, await window.lab.open()];
    });
    expect(codes).toEqual(['camera-muted', 'ended', 'ok']);
  });

  it.each([['ended', 'camera-lost'], ['mute', 'camera-muted']] as const)('%s in the middle: %s within a second, everything stopped', async (event, code) => {
    const page = await openPage(browser);
    await page.evaluate(() => window.lab.open());
    const answers = await page.evaluate(async (type) => {
      const { lab } = window;
      const [track] = lab.tracks;
      const [session] = lab.sessions;
      if (!track || !session) throw new Error('no camera');
      // What the browser does when the camera is unplugged or covered by the system.
      if (type === 'ended') track.stop();
      else Object.defineProperty(track, 'muted', { value: true });
      lab.brokenAtMs = performance.now();
      track.dispatchEvent(new Event(type));
      await new Promise<void>((resolve) => { session.onFault(() => resolve()); });
      return { next: await lab.codeOf(session.nextFrame()), faults: lab.faults };
    }, event);
    expect(answers).toMatchObject({ next: code, faults: [{ code }] });
    expect(answers.faults[0]?.afterMs).toBeLessThan(1000);
    expect(await live(page)).toBe(0);
  });

  it('the permission is withdrawn in the middle: revoked within a second', async () => {
    const page = await openPage(browser);
    const context = page.context();
    await context.grantPermissions(['camera'], { origin: served.url });
    expect(await page.evaluate(() => window.lab.open())).toBe('ok');
    const { targetInfo } = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
    await page.evaluate(() => { window.lab.brokenAtMs = performance.now(); });
    await (await browser.newBrowserCDPSession()).send('Browser.setPermission', {
      permission: { name: 'camera' }, setting: 'denied', origin: new URL(served.url).origin, browserContextId: targetInfo.browserContextId,
    });
    await expect.poll(() => page.evaluate(() => window.lab.faults.length)).toBe(1);
    const [fault] = await page.evaluate(() => window.lab.faults);
    expect(fault?.code).toBe('camera-revoked');
    expect(fault?.afterMs).toBeLessThan(1000);
    expect(await live(page)).toBe(0);
  });

  it('gives no frame while the page is hidden, and goes on when it is seen', async () => {
    const page = await openPage(browser);
    await page.evaluate(() => window.lab.open());
    const order = await page.evaluate(async () => {
      const [session] = window.lab.sessions;
      if (!session) throw new Error('no session');
      const turn = (hidden: boolean): void => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      };
      const said: string[] = [];
      turn(true);
      const frame = session.nextFrame().then(({ image }) => { image.close(); said.push('frame'); });
      for (let shown = 0; shown < 10; shown++) await new Promise((resolve) => { document.querySelector('video')?.requestVideoFrameCallback(resolve); });
      said.push('seen again');
      turn(false);
      await frame;
      return said;
    });
    expect(order).toEqual(['seen again', 'frame']);
  });
});

it('denied: told so within a second, and the lease is free', async () => {
  const browser = await launch(['--use-fake-device-for-media-stream', '--deny-permission-prompts']);
  const page = await openPage(browser);
  const { codes, tookMs } = await page.evaluate(async () => {
    const beganMs = performance.now();
    const first = await window.lab.open();
    return { tookMs: performance.now() - beganMs, codes: [first, await window.lab.open()] };
  });
  expect(codes).toEqual(['camera-denied', 'camera-denied']);
  expect(tookMs).toBeLessThan(1000);
});

it('no camera on the device: told so within a second', async () => {
  const browser = await launch(['--use-fake-device-for-media-stream=device-count=0', '--use-fake-ui-for-media-stream']);
  const page = await openPage(browser);
  const { code, tookMs } = await page.evaluate(async () => {
    const beganMs = performance.now();
    const first = await window.lab.open();
    return { code: first, tookMs: performance.now() - beganMs };
  });
  expect(code).toBe('camera-missing');
  expect(tookMs).toBeLessThan(1000);
});
