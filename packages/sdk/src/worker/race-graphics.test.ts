import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEngine } from './open-engine.ts';
import { raceGraphics } from './race-graphics.ts';
import { type EngineScript, memoryWorkers } from './testing/memory-worker.ts';

const HARDWARE = 'ANGLE (Qualcomm, Adreno 740, OpenGL ES 3.2)';
let renderer: string | undefined;

beforeEach(() => {
  renderer = HARDWARE;
  vi.stubGlobal('OffscreenCanvas', class { getContext() { return { RENDERER: 1, getExtension: () => null, getParameter: () => renderer }; } });
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function race(webgl: EngineScript) {
  const workers = memoryWorkers({ wasm: { warmMs: 50 }, webgl });
  const first = await openEngine('wasm', workers.options);
  const running = raceGraphics(first, workers.options);
  return { ...workers, first, running };
}

describe('raceGraphics', () => {
  it('gives the graphics engine when it is faster', async () => {
    const { running, ended, first } = await race({ warmMs: 20 });
    const faster = await running;
    expect(faster?.report).toMatchObject({ engine: 'webgl', warmMs: 20 });
    expect(ended).toEqual([]);
    for (const { thread } of [first, faster ?? first]) thread.close();
  });

  it('ends it when it is slower', async () => {
    const { running, ended, first } = await race({ warmMs: 80 });
    expect(await running).toBeUndefined();
    await vi.waitFor(() => expect(ended).toEqual(['webgl']));
    first.thread.close();
  });

  it('bears one that fails', async () => {
    const { running, ended, first } = await race({ failure: 'unexpected' });
    expect(await running).toBeUndefined();
    expect(ended).toEqual(['webgl']);
    first.thread.close();
  });

  it('waits four seconds at most, and ends what comes late', async () => {
    const { promise: after, resolve } = Promise.withResolvers<void>();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { running, ended, first } = await race({ warmMs: 1, after });
    await vi.advanceTimersByTimeAsync(4000);
    expect(await running).toBeUndefined();
    vi.useRealTimers();
    resolve();
    await vi.waitFor(() => expect(ended).toEqual(['webgl']));
    first.thread.close();
  });

  it('starts nothing where graphics are computed in software', async () => {
    renderer = 'SwiftShader';
    const { running, started, first } = await race({ warmMs: 1 });
    expect(await running).toBeUndefined();
    expect(started).toEqual(['wasm']);
    first.thread.close();
  });
});
