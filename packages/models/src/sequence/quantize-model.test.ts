import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../../training/body/random.ts';
import { initialParameters } from './initial-parameters.ts';
import { dequantizeModel, quantizeModel } from './quantize-model.ts';
import { DEFAULT_SHAPE, type SequenceShape } from './sequence-shape.ts';
import { encodeTensors } from './tensor-file.ts';

const SHAPE: SequenceShape = { ...DEFAULT_SHAPE, items: 50, length: 10, sideInputs: [{ name: 'type', size: 3 }], eventTypes: 3 };
/** Of a model that knows nothing of its items. */
const NONE = new Float32Array(SHAPE.width);

describe('a quantized model', () => {
  it('is off by half a step of 127 of a row at most, and not at all in gains and biases', () => {
    fc.assert(fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed);
      const parameters = initialParameters(SHAPE, () => normal(random));
      const back = dequantizeModel(quantizeModel(parameters, NONE, SHAPE), SHAPE) ?? {};
      expect(Object.keys(back)).toEqual(Object.keys(parameters));
      expect(back['lastNorm.gain']).toEqual(parameters['lastNorm.gain']);
      for (let row = 0; row < SHAPE.items; row += 1) {
        const [before, after] = [parameters, back].map(({ items }) => items?.subarray(row * SHAPE.width, (row + 1) * SHAPE.width) ?? new Float32Array(0));
        const most = Math.max(...(before ?? []).map(Math.abs));
        expect(Math.max(...(before ?? []).map((value, k) => Math.abs(value - (after?.[k] ?? NaN))))).toBeLessThanOrEqual(most / 254 + 1e-6);
      }
    }), { numRuns: 10 });
  });

  it('is small: at 3,416 items at most 0.35 MB', () => {
    const shape = { ...DEFAULT_SHAPE, items: 3416 };
    expect(encodeTensors({ header: shape, tensors: quantizeModel(initialParameters(shape, () => 0.5), NONE, shape) }).length).toBeLessThan(350_000);
  });

  it('is refused where something is missing or has another size', () => {
    const tensors = quantizeModel(initialParameters(SHAPE, () => 0), NONE, SHAPE);
    expect(dequantizeModel(tensors, SHAPE)).toBeDefined();
    expect(dequantizeModel(tensors, { ...SHAPE, items: 51 })).toBeUndefined();
    expect(dequantizeModel({ ...tensors, 'lastNorm.bias': new Float32Array(3) }, SHAPE)).toBeUndefined();
    const { positions: _, ...without } = tensors;
    expect(dequantizeModel(without, SHAPE)).toBeUndefined();
  });
});
