import { NORM_EPSILON } from '../graph/layer-norm.ts';
import type { Parameters } from '../parameter-shapes.ts';
import type { SequenceShape } from '../sequence-shape.ts';
import { type Memory, attend } from './attend.ts';
import { type Affine, type Norm, addTo, affine, normalize, transpose } from './vector-math.ts';

/** One block for one step at a time: changes the step's state, and remembers its key and value at `position`. */
export type Block = (state: Float32Array, position: number) => void;

export function createBlock(name: string, parameters: Parameters, { width, feedForward, heads, length }: SequenceShape): Block {
  const norm = (part: string): Norm => normOf(parameters, `${name}.${part}`);
  const linear = (part: string): Affine => affineOf(parameters, `${name}.${part}`);
  const [attentionNorm, feedNorm] = [norm('attentionNorm'), norm('feedNorm')];
  const [query, key, value, mix, widen, narrow] = [linear('query'), linear('key'), linear('value'), linear('mix'), linear('widen'), linear('narrow')];
  const memory: Memory = { keys: new Float32Array(length * width), values: new Float32Array(length * width) };
  const [normal, asked, seen, added] = [new Float32Array(width), new Float32Array(width), new Float32Array(width), new Float32Array(width)];
  const [hidden, weights] = [new Float32Array(feedForward), new Float32Array(length)];
  return (state, position) => {
    const place = (all: Float32Array): Float32Array => all.subarray(position * width, (position + 1) * width);
    normalize(state, attentionNorm, NORM_EPSILON, normal);
    affine(normal, query, asked);
    affine(normal, key, place(memory.keys));
    affine(normal, value, place(memory.values));
    attend(asked, memory, position + 1, heads, weights, seen);
    affine(seen, mix, added);
    addTo(state, added);
    normalize(state, feedNorm, NORM_EPSILON, normal);
    affine(normal, widen, hidden);
    for (let k = 0; k < hidden.length; k += 1) hidden[k] = Math.max(0, hidden[k] as number);
    affine(hidden, narrow, added);
    addTo(state, added);
  };
}

export const normOf = (parameters: Parameters, name: string): Norm => ({ gain: take(parameters, `${name}.gain`), bias: take(parameters, `${name}.bias`) });

export function affineOf(parameters: Parameters, name: string): Affine {
  const bias = take(parameters, `${name}.bias`);
  return { rows: transpose(take(parameters, `${name}.weight`), bias.length), bias };
}

export function take(parameters: Parameters, name: string): Float32Array {
  const values = parameters[name];
  if (values === undefined) throw new Error(`no parameter ${name}`);
  return values;
}
