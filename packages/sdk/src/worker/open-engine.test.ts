import { describe, expect, it } from 'vitest';
import { engineAfter, openEngine, openFirst } from './open-engine.ts';
import { memoryWorkers } from './testing/memory-worker.ts';

describe('openFirst', () => {
  it('opens the engine that was asked for', async () => {
    const { options, started, fetched } = memoryWorkers();
    const { report, thread } = await openFirst('wasm', options);
    expect(report).toEqual({ engine: 'wasm', variant: 'lite', warmMs: 50 });
    expect([started, fetched]).toEqual([['wasm'], ['page://cdn/sdk/worker-wasm.js']]);
    thread.close();
  });

  it.each([
    ['webgpu', ['webgpu', 'wasm', 'tasks-vision']],
    ['webgl', ['webgl', 'wasm', 'tasks-vision']],
    ['wasm', ['wasm', 'tasks-vision']],
  ] as const)('goes on from %s when weights are missing, ends the failed workers and says what the last one said', async (engine, order) => {
    const broken = { failure: 'model-unavailable' } as const;
    const { options, started, ended } = memoryWorkers({ webgpu: broken, webgl: broken, wasm: broken, 'tasks-vision': { failure: 'model-corrupt' } });
    await expect(openFirst(engine, options)).rejects.toMatchObject({ code: 'model-corrupt', message: 'tasks-vision fails' });
    expect(started).toEqual(order);
    expect(ended).toEqual(order);
  });

  it('takes the first that works', async () => {
    const { options, started } = memoryWorkers({ webgl: { failure: 'unexpected' } });
    const { report, thread } = await openFirst('webgl', options);
    expect([report.engine, started]).toEqual(['wasm', ['webgl', 'wasm']]);
    thread.close();
  });

  it('does not try others offline', async () => {
    const { options, started } = memoryWorkers({ wasm: { failure: 'offline' } });
    await expect(openFirst('wasm', options)).rejects.toMatchObject({ code: 'offline' });
    expect(started).toEqual(['wasm']);
  });
});

it('openEngine loads the full weights only when they are asked for', async () => {
  for (const [weights, variant] of [['lite-then-full', 'lite'], ['lite', 'lite'], ['full', 'full']] as const) {
    const { report, thread } = await openEngine('wasm', memoryWorkers({}, { weights }).options);
    expect(report.variant).toBe(variant);
    thread.close();
  }
});

it('engineAfter never goes back to graphics', () => {
  expect((['webgpu', 'webgl', 'wasm', 'tasks-vision'] as const).map(engineAfter)).toEqual(['wasm', 'wasm', 'wasm', 'tasks-vision']);
});
