import { isPairWeight } from '../number-bounds.ts';
import type { TensorData } from '../tensor-file.ts';
import { readVarints, writeVarints } from '../varints.ts';
import type { Transitions } from './transitions.ts';

/** Steps in a doubling of a row's largest weight: off by 2.2 % at most. */
const TOP_STEPS = 16;
const LARGEST_TOP = 255;
/** Steps in a halving of the others below it: off by 15 % at most, which costs ML-1M no NDCG@10. What is below a 64th counts as a 64th. */
const STEPS = 2.5;
const LARGEST_LEVEL = 15;

/**
 * About 1.7 bytes for each follower. `rows`: for each item how many followers it has, then the gaps between their numbers, as varints. `tops`: each row's largest
 * weight, as a logarithm over the least of them. `levels`: how far each weight is below its row's largest, as a logarithm, two in a byte.
 */
export function compactTransitions({ starts, followers, weights }: Transitions): Readonly<Record<string, TensorData>> {
  const rows = Array.from({ length: starts.length - 1 }, (_, item) => ({ from: starts[item] ?? 0, to: starts[item + 1] ?? 0 }));
  const largest = rows.map(({ from, to }) => weights.subarray(from, to).reduce((most, weight) => Math.max(most, weight), 0));
  const least = largest.reduce((low, weight) => (weight > 0 ? Math.min(low, weight) : low), Infinity);
  const tops = Uint8Array.from(largest, (weight) => (weight > 0 ? Math.min(LARGEST_TOP, Math.round(TOP_STEPS * Math.log2(weight / least))) : 0));
  const levels = rows.flatMap(({ from, to }, item) => Array.from(weights.subarray(from, to), (weight) => levelOf(weight, topOf(tops, item, least))));
  return {
    rows: writeVarints(rows.flatMap(({ from, to }) => [to - from, ...Array.from(followers.subarray(from, to), (follower, k) => (k === 0 ? follower : follower - (followers[from + k - 1] ?? 0) - 1))])),
    tops, levels: Uint8Array.from({ length: Math.ceil(levels.length / 2) }, (_, k) => (levels[2 * k] ?? 0) | ((levels[2 * k + 1] ?? 0) << 4)),
    least: Float32Array.of(Number.isFinite(least) ? least : 1),
  };
}

const topOf = (tops: Uint8Array, item: number, least: number): number => least * 2 ** ((tops[item] ?? 0) / TOP_STEPS);

const levelOf = (weight: number, top: number): number => Math.max(0, Math.min(LARGEST_LEVEL, Math.round(STEPS * Math.log2(top / weight))));

/** Undefined where the arrays are none of ours, hold no numbers or too large ones, or name a follower that is no item. */
export function expandTransitions({ rows, tops, levels, least }: Readonly<Record<string, TensorData>>): Transitions | undefined {
  const unit = least?.[0] ?? NaN;
  if (!(rows instanceof Uint8Array) || !(tops instanceof Uint8Array) || !(levels instanceof Uint8Array) || !isPairWeight(unit)) return undefined;
  const places = expandRows(rows, tops.length);
  if (places === undefined || Math.ceil(places.followers.length / 2) !== levels.length) return undefined;
  const { starts, followers } = places;
  const weights = new Float32Array(followers.length);
  for (let item = 0; item < tops.length; item += 1) {
    const top = topOf(tops, item, unit);
    if (!isPairWeight(top)) return undefined;
    for (let k = starts[item] ?? 0; k < (starts[item + 1] ?? 0); k += 1) weights[k] = top * 2 ** (-(((levels[k >> 1] ?? 0) >> (4 * (k & 1))) & LARGEST_LEVEL) / STEPS);
  }
  return { starts, followers, weights };
}

/** Undefined where the rows are not as many as `items`, or end early. */
function expandRows(rows: Uint8Array, items: number): Omit<Transitions, 'weights'> | undefined {
  const numbers = readVarints(rows);
  const count = (numbers?.length ?? 0) - items;
  if (numbers === undefined || count < 0) return undefined;
  const [starts, followers] = [new Int32Array(items + 1), new Int32Array(count)];
  let [at, made] = [0, 0];
  for (let item = 0; item < items; item += 1) {
    const length = numbers[at] ?? 0;
    if (made + length > count) return undefined;
    at += 1;
    let follower = -1;
    for (let k = 0; k < length; k += 1, at += 1, made += 1) followers[made] = follower += 1 + (numbers[at] ?? 0);
    if (follower >= items) return undefined;
    starts[item + 1] = made;
  }
  return made === count ? { starts, followers } : undefined;
}
