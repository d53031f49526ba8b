import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScanWorkerClient } from './create-scan-worker-client.ts';
import { memoryWorkers } from './testing/memory-worker.ts';

const PROFILE = { statureCm: 170 } as Parameters<ReturnType<typeof createScanWorkerClient>['api']['measure']>[0];

beforeEach(() => {
  vi.stubGlobal('OffscreenCanvas', class { getContext() { return null; } });
});
afterEach(() => { vi.unstubAllGlobals(); });

describe('the client of the scan worker', () => {
  it('loads once, however often it is asked', async () => {
    const { options, started } = memoryWorkers();
    const client = createScanWorkerClient(options);
    await Promise.all([client.load(), client.load(), client.api.forget()]);
    expect(started).toEqual(['wasm']);
    client.close();
  });

  it('rejects what is pending when the worker dies, restarts it once, and then says so', async () => {
    const { options, started, crash } = memoryWorkers();
    const client = createScanWorkerClient(options);
    await client.load();
    const pending = client.api.measure(PROFILE);
    crash();
    await expect(pending).rejects.toMatchObject({ code: 'worker-lost' });
    await client.api.forget();
    expect(started).toEqual(['wasm', 'wasm']);
    const again = client.api.measure(PROFILE);
    // The call must have reached the second worker before that dies.
    await client.api.forget();
    crash();
    await expect(again).rejects.toMatchObject({ code: 'worker-lost' });
    await expect(client.api.forget()).rejects.toMatchObject({ code: 'worker-lost', message: 'the scan worker ended twice' });
    expect(started).toHaveLength(2);
    client.close();
  });

  it('ends a worker that ran out of memory, and starts another', async () => {
    const { options, started, ended } = memoryWorkers({ wasm: { measureFailure: 'out-of-memory' } });
    const client = createScanWorkerClient(options);
    await client.load();
    await expect(client.api.measure(PROFILE)).rejects.toMatchObject({ code: 'out-of-memory', message: 'wasm cannot measure' });
    expect(ended).toEqual(['wasm']);
    await client.api.forget();
    expect(started).toEqual(['wasm', 'wasm']);
    client.close();
  });

  it('says of a worker that died for want of memory why it died', async () => {
    const { options, crash } = memoryWorkers();
    const client = createScanWorkerClient(options);
    await client.load();
    const pending = client.api.measure(PROFILE);
    crash('Uncaught RangeError: Array buffer allocation failed');
    await expect(pending).rejects.toMatchObject({ code: 'out-of-memory' });
    client.close();
  });

  it('keeps a worker that failed otherwise', async () => {
    const { options, ended } = memoryWorkers({ wasm: { measureFailure: 'unexpected' } });
    const client = createScanWorkerClient(options);
    await client.load();
    await expect(client.api.measure(PROFILE)).rejects.toMatchObject({ code: 'unexpected' });
    await client.api.forget();
    expect(ended).toEqual([]);
    client.close();
  });

  it('replaces a graphics engine by WebAssembly', async () => {
    const { options, crash } = memoryWorkers({}, { engine: 'webgl' });
    const client = createScanWorkerClient(options);
    expect((await client.load()).engine).toBe('webgl');
    const pending = client.api.measure(PROFILE);
    crash('WebGL context lost');
    await expect(pending).rejects.toMatchObject({ code: 'gpu-context-lost' });
    await vi.waitFor(async () => expect((await client.load()).engine).toBe('wasm'));
    client.close();
  });

  it('tries again after a load that failed', async () => {
    const script: { failure?: 'offline' } = { failure: 'offline' };
    const { options, started } = memoryWorkers({ wasm: script });
    const client = createScanWorkerClient(options);
    await expect(client.load()).rejects.toMatchObject({ code: 'offline' });
    delete script.failure;
    expect((await client.load()).engine).toBe('wasm');
    expect(started).toEqual(['wasm', 'wasm']);
    client.close();
  });

  it('takes the full weights over when they are wanted and the device is quick enough', async () => {
    for (const [warmMs, variant] of [[50, 'full'], [301, 'lite']] as const) {
      const client = createScanWorkerClient(memoryWorkers({ wasm: { warmMs } }, { weights: 'lite-then-full' }).options);
      expect((await client.load()).variant).toBe('lite');
      expect((await client.settled()).variant).toBe(variant);
      client.close();
    }
  });

  it('lets the slower engine answer what it was asked before a faster one takes over', async () => {
    vi.stubGlobal('OffscreenCanvas', class { getContext() { return { getExtension: () => null, getParameter: () => 'NVIDIA RTX', RENDERER: 1 }; } });
    const { promise: after, resolve } = Promise.withResolvers<void>();
    const { options, started, ended } = memoryWorkers({ webgl: { warmMs: 5, after } });
    const client = createScanWorkerClient(options);
    await client.load();
    await vi.waitFor(() => expect(started).toContain('webgl'));
    const unanswered = client.api.measure(PROFILE);
    resolve();
    expect((await client.settled()).engine).toBe('webgl');
    await client.api.forget();
    expect(ended).toEqual([]);
    client.close();
    await expect(unanswered).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(() => expect(new Set(ended)).toEqual(new Set(['wasm', 'webgl'])));
  });

  it('closes for good, twice too, and ends its worker', async () => {
    const { options, ended } = memoryWorkers();
    const client = createScanWorkerClient(options);
    await client.load();
    const pending = client.api.measure(PROFILE);
    client.close();
    client.close();
    await expect(pending).rejects.toMatchObject({ code: 'aborted' });
    await expect(client.load()).rejects.toMatchObject({ code: 'aborted' });
    await expect(client.api.forget()).rejects.toMatchObject({ code: 'aborted' });
    expect(new Set(ended)).toEqual(new Set(['wasm']));
  });

  it('ends a worker that was still loading when it was closed', async () => {
    const { promise: after, resolve } = Promise.withResolvers<void>();
    const { options, started, ended } = memoryWorkers({ wasm: { after } });
    const client = createScanWorkerClient(options);
    const loading = client.load();
    await vi.waitFor(() => expect(started).toEqual(['wasm']));
    client.close();
    resolve();
    await loading;
    await vi.waitFor(() => expect(ended).toContain('wasm'));
  });
});
