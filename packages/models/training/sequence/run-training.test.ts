import type { SequenceShape } from '@vua/models/sequence';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { type TrainingRun, runTraining } from './run-training.ts';
import { plantedSessions } from './testing/planted-log.ts';
import type { Progress } from './train-transformer.ts';
import { DEFAULT_TRAINING, type TrainingSettings } from './training-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-run-'));
const checkpoint = join(folder, 'checkpoint.bin');
beforeEach(() => rmSync(checkpoint, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHAPE: SequenceShape = { items: 20, width: 8, blocks: 1, heads: 1, feedForward: 8, length: 8, sideInputs: [], eventTypes: 0 };

/** A run whose clock moves a second whenever it is asked: a report every few steps, a checkpoint every dozen. */
function run(seed: number, onProgress: TrainingRun['onProgress'] = () => undefined, changes: Partial<TrainingSettings> = {}): ReturnType<typeof runTraining> {
  let nowMs = 0;
  const settings = { ...DEFAULT_TRAINING, seed, steps: 60, budgetMs: Infinity, softmax: 'full', batchTokens: 200, ...changes } as const;
  return runTraining({ sequences: plantedSessions(100, SHAPE.items, 1), shape: SHAPE, settings, dataHash: 'x', checkpoint, checkpointEveryMs: 30_000, onProgress, nowMs: () => (nowMs += 1000) });
}

it('a run that died goes on from its last checkpoint and ends with the same weights', async () => {
  const whole = await run(1);
  rmSync(checkpoint);
  await expect(run(1, ({ step }) => { if (step > 40) throw new Error('killed'); })).rejects.toThrow('killed');
  expect(existsSync(checkpoint)).toBe(true);
  const steps: number[] = [];
  const resumed = await run(1, ({ step }) => void steps.push(step));
  expect(steps[0]).toBeGreaterThan(20);
  expect(resumed.parameters).toEqual(whole.parameters);
  expect(await run(1, () => { throw new Error('it is over'); })).toEqual(resumed);
});

it('another run, or a broken checkpoint, starts anew', async () => {
  await expect(run(1, ({ step }) => { if (step > 40) throw new Error('killed'); })).rejects.toThrow('killed');
  const whole = await run(2);
  writeFileSync(checkpoint, 'broken');
  expect((await run(2)).parameters).toEqual(whole.parameters);
});

it('says how it goes: mean loss, steps a second, time left', async () => {
  const said: Progress[] = [];
  await run(1, (progress) => void said.push(progress), { warmUpSteps: 10, learningRate: 1e-2 });
  expect(said.length).toBeGreaterThan(5);
  const [first, last] = [said.at(0), said.at(-1)];
  // Nothing is learned yet: all of the 20 items are as likely.
  expect(first?.loss).toBeCloseTo(Math.log(SHAPE.items), 0);
  expect(last?.loss).toBeLessThan(0.9 * (first?.loss ?? 0));
  for (const { step, epoch, stepsPerSecond, leftMs } of said) {
    expect([Number.isInteger(step), Number.isInteger(epoch)]).toEqual([true, true]);
    // A step asks the clock, which moves a second, two to five times.
    expect(stepsPerSecond).toBeGreaterThanOrEqual(1 / 5);
    expect(stepsPerSecond).toBeLessThanOrEqual(1 / 2);
    expect(leftMs).toBeCloseTo(1000 * (60 - step) / stepsPerSecond, 6);
  }
});

it('says that less time is left where the budget ends before the steps', async () => {
  const said: Progress[] = [];
  const end = await run(1, (progress) => void said.push(progress), { steps: 100_000, budgetMs: 100_000 });
  expect(end.step).toBeLessThan(50);
  const left = said.map(({ leftMs }) => leftMs);
  expect(left).toEqual(left.toSorted((one, other) => other - one));
  expect([Math.max(...left) < 100_000, (left.at(-1) ?? 0) < 10_000]).toEqual([true, true]);
});
