/** Steps of one pseudonymous id, or one session, that count: such ids live a day, and nobody looks at more in one. */
const MOST_OF_ONE = 200;
/** Keys that are remembered, the last half at least; those before may count again. A step has one for its id and one for its session, so that is 100,000 steps, of 25,000 visitors. */
const [MOST_STEPS, MOST_WHO] = [400_000, 100_000];

/** Bounds what one visitor adds to the counts of many. Kept in memory only, as salted numbers. */
export interface StepQuota {
  /** @param who all that the step is told of: its pseudonymous id, its session @param what they did, and with which item @returns whether it counts: none of them did the same before, nor too much in all */
  readonly take: (who: readonly string[], what: string) => boolean;
}

/** @param salt random, so that nobody can tell which steps are taken for one another */
export function createStepQuota(salt: number, mostSteps = MOST_STEPS, mostWho = MOST_WHO): StepQuota {
  const [done, totals] = [createLatest(mostSteps), createLatest(mostWho)];
  return {
    take: (who, what) => {
      const keys = who.map((each) => hashOf(each, salt)).map((one) => ({ one, step: hashOf(what, one) }));
      if (keys.some(({ one, step }) => done.find(step) > 0 || totals.find(one) >= MOST_OF_ONE)) return false;
      for (const { one, step } of keys) {
        done.put(step, 1);
        totals.put(one, totals.find(one) + 1);
      }
      return true;
    },
  };
}

/** Numbers by key, 0 where nothing was put. At least the last half of `most` keys is known; two maps, as one whose first entry goes at each step gets slow. */
function createLatest(most: number): { readonly find: (key: number) => number; readonly put: (key: number, value: number) => void } {
  let [young, old] = [new Map<number, number>(), new Map<number, number>()];
  return {
    find: (key) => young.get(key) ?? old.get(key) ?? 0,
    put: (key, value) => {
      if (young.size >= most / 2 && !young.has(key)) [young, old] = [new Map<number, number>(), young];
      young.set(key, value);
    },
  };
}

/** 53 bits: among half a million, two that are alike by chance are one in a hundred thousand. FNV-1a twice, mixed as MurmurHash3 ends. */
function hashOf(text: string, seed: number): number {
  let [low, high] = [seed | 0, ~(seed / 2 ** 32)];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  low = Math.imul(low ^ (high >>> 15), 0xc2b2ae35);
  high = Math.imul(high ^ (low >>> 13), 0x27d4eb2f);
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
