import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenLab, openPoseLab } from '../../../../tools/pose-lab/open-pose-lab.ts';

// Golden outputs: LiteRT.js 2.5.3 (XNNPACK) on the unmodified weights, made by tools/make-golden-pose.ts.
const folder = import.meta.dirname;
let lab: OpenLab;

beforeAll(async () => {
  lab = await openPoseLab(join(folder, '../testing/fixtures'), { golden: join(folder, 'testing/golden') });
  await lab.call('open', 'wasm', 'wasm', 'lite', 'half');
});
afterAll(() => lab.close());

describe.each(['lite', 'full'] as const)('%s weights as half floats, on the input of an independent runtime', (variant) => {
  it('give its outputs', async () => {
    const { landmarksPx, refinedPx, depthPx, score, worldM, mask, boxesPx, boxLogit } = await lab.call('compareWithGolden', variant, 'half', '/golden/');
    expect(landmarksPx).toBeLessThan(0.01);
    expect(refinedPx).toBeLessThan(0.01);
    expect(depthPx).toBeLessThan(0.05);
    expect(score).toBeLessThan(1e-3);
    expect(worldM).toBeLessThan(1e-4);
    expect(mask).toBeLessThan(0.005);
    expect(boxesPx).toBeLessThan(0.01);
    expect(boxLogit).toBeLessThan(1e-3);
  });
});

it('would notice other weights', async () => {
  const { landmarksPx } = await lab.call('compareWithGolden', 'lite', 'quantized', '/golden/');
  expect(landmarksPx).toBeGreaterThan(0.01);
});
