import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBodyModel } from './load-body-model.ts';
import { MEASUREMENT_NAMES } from './measurement-name.ts';
import { SHAPE_VARIABLES } from './shape-variables.ts';

const shippedBytes = (): ArrayBuffer => new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer;

describe('loadBodyModel', () => {
  it('reads the artifact that ships', () => {
    const model = loadBodyModel(shippedBytes());
    expect(model.shape.female.mean).toHaveLength(SHAPE_VARIABLES.count);
    expect(model.shape.male.factor.rows).toBe(SHAPE_VARIABLES.count);
    expect([...model.shape.male.residualVariance].every((variance) => variance > 0)).toBe(true);
    expect(Object.keys(model.spread)).toEqual([...MEASUREMENT_NAMES]);
  });

  it('is small enough to be fetched with the scan', () => {
    expect(shippedBytes().byteLength).toBeLessThan(100_000);
  });

  it('refuses bytes that are no body model', () => {
    expect(() => loadBodyModel(new ArrayBuffer(4))).toThrow('not a body model');
    expect(() => loadBodyModel(new ArrayBuffer(64))).toThrow('not a body model');
  });

  it('refuses a file that was cut off', () => {
    const bytes = shippedBytes();
    expect(() => loadBodyModel(bytes.slice(0, bytes.byteLength - 4))).toThrow('cut off');
    expect(() => loadBodyModel(bytes.slice(0, 100))).toThrow('cut off');
  });
});
