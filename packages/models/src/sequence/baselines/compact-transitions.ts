import type { TensorData } from '../tensor-file.ts';
import type { Transitions } from './transitions.ts';

/** Steps in a doubling of a weight: off by 2.2 % at most. */
const STEPS = 16;
const LARGEST = 255;
const LARGEST_UINT16 = 65_535;

/** Three bytes for each follower: its number in two (four above 65,536 items), the weight as a logarithm over the least one. */
export function compactTransitions({ starts, followers, weights }: Transitions): Readonly<Record<string, TensorData>> {
  const least = weights.reduce((low, weight) => Math.min(low, weight), Infinity);
  return {
    starts,
    followers: starts.length - 1 > LARGEST_UINT16 ? followers : Uint16Array.from(followers),
    weights: Uint8Array.from(weights, (weight) => Math.min(LARGEST, Math.round(STEPS * Math.log2(weight / least)))),
    least: Float32Array.of(weights.length === 0 ? 1 : least),
  };
}

/** Undefined where the arrays are none of ours, are out of order, hold no numbers, or name a follower that is no item. */
export function expandTransitions({ starts, followers, weights, least }: Readonly<Record<string, TensorData>>): Transitions | undefined {
  if (!(starts instanceof Int32Array) || followers === undefined || !(weights instanceof Uint8Array) || least === undefined) return undefined;
  if (followers.length !== weights.length || starts.at(-1) !== followers.length || followers.some((item: number) => item < 0 || item >= starts.length - 1)) return undefined;
  if (starts[0] !== 0 || starts.some((start, item) => start < (starts[item - 1] ?? 0))) return undefined;
  const unit = least[0] ?? 1;
  if (!Number.isFinite(Math.fround(unit * 2 ** (LARGEST / STEPS)))) return undefined;
  return { starts, followers: Int32Array.from(followers), weights: Float32Array.from(weights, (level) => unit * 2 ** (level / STEPS)) };
}
