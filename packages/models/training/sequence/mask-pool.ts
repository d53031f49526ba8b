import type { DrawMask } from '@vua/models/sequence';
import { derivedRandom } from './derived-random.ts';

const LEAST = 1 << 21;

/** Dropout masks are cut out of one pool that is drawn once: drawing each anew would cost more than the step. */
export interface MaskPool {
  /** Masks of one step of a run: the same for the same step. */
  readonly ofStep: (step: number) => DrawMask;
}

/** @param largest of all masks that will be asked for */
export function createMaskPool(seed: number, rate: number, largest: number): MaskPool {
  const random = derivedRandom(seed, 'pool');
  const pool = new Float32Array(LEAST + largest);
  for (let k = 0; k < pool.length; k += 1) pool[k] = random() < rate ? 0 : 1 / (1 - rate);
  return {
    ofStep: (step) => {
      const place = derivedRandom(seed, 'step', step);
      return (count) => {
        const from = Math.floor(place() * (pool.length - count));
        return pool.subarray(from, from + count);
      };
    },
  };
}
