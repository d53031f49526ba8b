import { join } from 'node:path';
import { KEYPOINT_NAMES } from '@vua/models/pose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenLab, openPoseLab } from '../../../../tools/pose-lab/open-pose-lab.ts';
import { emptyRoom, gradient } from './testing/draw-picture.ts';

const FIXTURES = join(import.meta.dirname, '../testing/fixtures');
const PEOPLE = ['people/dev-003/front', 'people/dev-003/side', 'people/dev-005/front', 'people/dev-005/side'];
const picture = (name: string): string => `/pictures/${name}.jpg`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(['lite', 'full'] as const)('the pipeline with %s weights on pictures of people', (variant) => {
  let lab: OpenLab;
  beforeAll(async () => {
    lab = await openPoseLab(FIXTURES);
    await lab.call('open', 'half', 'wasm', variant, 'half');
    await lab.call('open', 'quantized', 'wasm', variant, 'quantized');
    await lab.call('open', 'tasks-vision', 'tasks-vision', variant, 'half');
    for (const engine of ['half', 'quantized', 'tasks-vision']) {
      for (const person of PEOPLE) await lab.call('read', `${engine} ${person}`, engine, picture(person), 1);
    }
  });
  afterAll(() => lab.close());

  it('agrees with tasks-vision 0.10.35 on the same weights', async () => {
    const found = await Promise.all(PEOPLE.map((person) => lab.call('compare', `half ${person}`, `tasks-vision ${person}`)));
    expect(mean(found.map(({ meanTorso }) => meanTorso))).toBeLessThan(0.01);
    expect(mean(found.map(({ maskIou }) => maskIou))).toBeGreaterThan(0.98);
  });

  it('agrees with the true masks', async () => {
    const found = await Promise.all(PEOPLE.map((person) => lab.call('compareWithTruth', `quantized ${person}`, `/pictures/${person}-mask.png`)));
    expect(mean(found)).toBeGreaterThan(0.95);
  });

  it('loses little to ten bits on the same crop', async () => {
    for (const person of PEOPLE) expect(await lab.call('readSameCrop', person, variant, picture(person))).toBe(true);
    const found = await Promise.all(PEOPLE.map((person) => lab.call('compare', `${person}-half`, `${person}-quantized`)));
    expect(mean(found.map(({ meanTorso }) => meanTorso))).toBeLessThan(0.006);
    expect(mean(found.map(({ maskIou }) => maskIou))).toBeGreaterThan(0.994);
  });

  it.each([['a gradient', gradient()], ['an empty room', emptyRoom()]])('sees nobody in %s', async (_what, url) => {
    for (const engine of ['half', 'quantized']) expect(await lab.call('read', 'nobody', engine, url, 3)).toBe(false);
  });
});

describe('on a graphics processor computed in software', () => {
  let lab: OpenLab;
  beforeAll(async () => {
    lab = await openPoseLab(FIXTURES, {}, ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']);
    for (const variant of ['lite', 'full'] as const) await lab.call('open', variant, 'wasm', variant, 'half');
    for (const variant of ['lite', 'full'] as const) for (const person of PEOPLE) await lab.call('read', `${variant} ${person}`, variant, picture(person), 1);
  });
  afterAll(() => lab.close());

  it('the pipeline agrees with @tensorflow-models/pose-detection, which smooths nothing here', async () => {
    const errors: number[] = [];
    for (const person of PEOPLE) {
      expect(await lab.call('readReference', `reference ${person}`, 'full', picture(person))).toEqual(KEYPOINT_NAMES);
      errors.push((await lab.call('compare', `reference ${person}`, `full ${person}`)).meanTorso);
    }
    expect(mean(errors)).toBeLessThan(0.03);
  });

  it('the WebGL engine gives what the WebAssembly engine gives', async () => {
    const [person = ''] = PEOPLE;
    await lab.call('open', 'webgl', 'webgl', 'lite', 'half');
    expect(await lab.call('read', 'webgl', 'webgl', picture(person), 1)).toBe(true);
    const { landmarksPx, mask } = await lab.call('largestDifference', 'webgl', `lite ${person}`);
    expect(landmarksPx).toBeLessThan(0.01);
    expect(mask).toBeLessThan(0.01);
  });
});
