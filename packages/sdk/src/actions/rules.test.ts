import type { ConsentChoice } from '@vua/models/contracts';
import { describe, expect, it } from 'vitest';
import { type EngineChoice, LARGE_CATALOG_ITEMS, chooseEngine } from './choose-engine.ts';
import { type FineTuneMoment, mayFineTune } from './may-fine-tune.ts';
import { vectorSteps } from './vector-steps.ts';

const SMALL: EngineChoice = { items: 3000, hasWebGpu: false, fineTunes: false, hasRuntime: true };

describe('chooseEngine', () => {
  it.each<[Partial<EngineChoice>, string]>([
    [{}, 'pure'],
    [{ items: LARGE_CATALOG_ITEMS }, 'pure'],
    [{ items: LARGE_CATALOG_ITEMS + 1 }, 'onnx'],
    [{ hasWebGpu: true }, 'onnx'],
    [{ fineTunes: true }, 'onnx'],
    [{ items: 50_000, hasWebGpu: true, fineTunes: true, hasRuntime: false }, 'pure'],
  ])('%j: %s', (change, engine) => {
    expect(chooseEngine({ ...SMALL, ...change })).toBe(engine);
  });
});

const GOOD: FineTuneMoment = { isOn: true, consent: { personalization: 'granted' }, isIdle: true, isCharging: false, isDesktop: true };

describe('mayFineTune', () => {
  it.each<[Partial<FineTuneMoment>, boolean]>([
    [{}, true],
    [{ isOn: false }, false],
    [{ isIdle: false }, false],
    [{ isDesktop: false }, false],
    [{ isDesktop: false, isCharging: true }, true],
    [{ isDesktop: false, isCharging: undefined }, false],
    ...(['unknown', 'denied'] as const).map((personalization: ConsentChoice): [Partial<FineTuneMoment>, boolean] => [{ consent: { personalization } }, false]),
  ])('%j: %s', (change, may) => {
    expect(mayFineTune({ ...GOOD, ...change })).toBe(may);
  });
});

it('a vector leaves the device in whole steps of 1/64', () => {
  expect(vectorSteps(Float32Array.of(1, -0.5, 0.01, -0.001, 1e9))).toEqual([64, -32, 1, 0, 32_767]);
});
