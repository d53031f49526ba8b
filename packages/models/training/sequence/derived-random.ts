import { type Random, seededRandom } from '../body/random.ts';

/** Uniform numbers for one purpose and one place in a run: what is drawn there does not depend on what was drawn before, so a run can go on from any step. */
export function derivedRandom(seed: number, purpose: 'epoch' | 'step' | 'parameters' | 'pool' | 'validation', place = 0): Random {
  const code = { epoch: 1, step: 2, parameters: 3, pool: 4, validation: 5 }[purpose];
  let mixed = seed >>> 0;
  for (const part of [code, place]) mixed = Math.imul(mixed ^ Math.imul(part + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35) ^ (mixed >>> 13);
  return seededRandom(mixed >>> 0);
}

/** Puts values into an order drawn by `random` (Fisher and Yates), in place. */
export function shuffle(values: unknown[], random: Random): void {
  for (let k = values.length - 1; k > 0; k -= 1) {
    const other = Math.floor(random() * (k + 1));
    [values[k], values[other]] = [values[other], values[k]];
  }
}
