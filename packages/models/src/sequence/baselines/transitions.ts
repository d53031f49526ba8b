/** What followed what: for each item the items that came after it and how much, in rows one after another. */
export interface Transitions {
  /** Row of item k: `starts[k]` to `starts[k + 1]`. */
  readonly starts: Int32Array;
  /** Items that followed. */
  readonly followers: Int32Array;
  readonly weights: Float32Array;
}

/** Counts pairs of an item and one that came up to `reach` steps later, each worth 1 / distance. @param items of the vocabulary */
export function countTransitions(sequences: readonly Int32Array[], items: number, reach: number): Transitions {
  const pairs = collectPairs(sequences, items, reach);
  const starts = new Int32Array(items + 1);
  const followers: number[] = [];
  const weights: number[] = [];
  const sums = new Float32Array(items);
  for (let item = 0; item < items; item += 1) {
    const [from, to] = [pairs.starts[item] ?? 0, pairs.starts[item + 1] ?? 0];
    for (let k = from; k < to; k += 1) {
      const follower = pairs.followers[k] ?? 0;
      sums[follower] = (sums[follower] ?? 0) + (pairs.weights[k] ?? 0);
    }
    for (const follower of new Set(pairs.followers.subarray(from, to).sort())) {
      followers.push(follower);
      weights.push(sums[follower] ?? 0);
      sums[follower] = 0;
    }
    starts[item + 1] = followers.length;
  }
  return { starts, followers: Int32Array.from(followers), weights: Float32Array.from(weights) };
}

/** Keeps the `limit` heaviest followers of each item, for a smaller file. */
export function pruneTransitions({ starts, followers, weights }: Transitions, limit: number): Transitions {
  const kept = Array.from({ length: starts.length - 1 }, (_, item) => {
    const row = Array.from({ length: (starts[item + 1] ?? 0) - (starts[item] ?? 0) }, (_, k) => (starts[item] ?? 0) + k);
    return row.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0)).slice(0, limit).sort((a, b) => a - b);
  });
  const all = kept.flat();
  return {
    starts: Int32Array.from([0, ...runningSums(kept.map(({ length }) => length))]),
    followers: Int32Array.from(all, (k) => followers[k] ?? 0), weights: Float32Array.from(all, (k) => weights[k] ?? 0),
  };
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** All pairs by their first item, not yet added up; counted first, so that two typed arrays hold them. */
function collectPairs(sequences: readonly Int32Array[], items: number, reach: number): Transitions {
  const starts = new Int32Array(items + 1);
  for (const sequence of sequences) {
    for (let step = 0; step < sequence.length - 1; step += 1) addTo(starts, (sequence[step] ?? 0) + 1, Math.min(reach, sequence.length - 1 - step));
  }
  for (let item = 0; item < items; item += 1) addTo(starts, item + 1, starts[item] ?? 0);
  const next = starts.slice();
  const followers = new Int32Array(starts[items] ?? 0);
  const weights = new Float32Array(followers.length);
  for (const sequence of sequences) {
    for (let step = 0; step < sequence.length - 1; step += 1) {
      const item = sequence[step] ?? 0;
      for (let gap = 1; gap <= reach && step + gap < sequence.length; gap += 1) {
        const at = next[item] ?? 0;
        followers[at] = sequence[step + gap] ?? 0;
        weights[at] = 1 / gap;
        next[item] = at + 1;
      }
    }
  }
  return { starts, followers, weights };
}

function addTo(values: Int32Array, at: number, what: number): void {
  values[at] = (values[at] ?? 0) + what;
}
