/** Uniform numbers in [0, 1). */
export type Random = () => number;

/** mulberry32: the same seed gives the same numbers everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Uniform numbers for one place in a run, such as a shopper's day: what is drawn there does not depend on what was drawn elsewhere. */
export function derivedRandom(seed: number, ...place: readonly number[]): Random {
  let mixed = seed >>> 0;
  for (const part of place) {
    mixed = Math.imul(mixed ^ Math.imul((part + 0x9e3779b9) >>> 0, 0x85ebca6b), 0xc2b2ae35);
    mixed = (mixed ^ (mixed >>> 15)) >>> 0;
  }
  return seededRandom(mixed);
}
