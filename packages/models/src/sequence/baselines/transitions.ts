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

/** Keeps the `most` pairs of all that are worth most, for a smaller file. @param worthOf a pair, by its item, the item that followed, and its weight */
export function pruneTransitions({ starts, followers, weights }: Transitions, most: number, worthOf: (item: number, follower: number, weight: number) => number): Transitions {
  const worths = new Float64Array(followers.length);
  const items = new Int32Array(followers.length);
  for (let item = 0; item < starts.length - 1; item += 1) {
    for (let k = starts[item] ?? 0; k < (starts[item + 1] ?? 0); k += 1) {
      items[k] = item;
      worths[k] = worthOf(item, followers[k] ?? 0, weights[k] ?? 0);
    }
  }
  const kept = Int32Array.from(worths.keys()).sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b).subarray(0, most).sort();
  const keptStarts = new Int32Array(starts.length);
  for (const k of kept) addTo(keptStarts, (items[k] ?? 0) + 1, 1);
  for (let item = 1; item < keptStarts.length; item += 1) addTo(keptStarts, item, keptStarts[item - 1] ?? 0);
  return { starts: keptStarts, followers: Int32Array.from(kept, (k) => followers[k] ?? 0), weights: Float32Array.from(kept, (k) => weights[k] ?? 0) };
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
