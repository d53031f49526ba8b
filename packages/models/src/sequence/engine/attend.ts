import { dot } from './vector-math.ts';

/** Keys and values of the steps so far, [steps, width] each. */
export interface Memory {
  readonly keys: Float32Array;
  readonly values: Float32Array;
}

/** What a step sees when it looks at the first `steps` of `memory`, itself the last of them. @param weights scratch of at least `steps` numbers */
export function attend(query: Float32Array, { keys, values }: Memory, steps: number, heads: number, weights: Float32Array, into: Float32Array): void {
  const width = query.length;
  const part = width / heads;
  into.fill(0);
  for (let head = 0; head < heads; head += 1) {
    const from = head * part;
    let top = -Infinity;
    for (let step = 0; step < steps; step += 1) {
      const logit = dot(query, from, keys, step * width + from, part) / Math.sqrt(part);
      weights[step] = logit;
      top = Math.max(top, logit);
    }
    let sum = 0;
    for (let step = 0; step < steps; step += 1) sum += weights[step] = Math.exp((weights[step] as number) - top);
    for (let step = 0; step < steps; step += 1) {
      const weight = (weights[step] as number) / sum;
      for (let k = from; k < from + part; k += 1) into[k] = (into[k] as number) + weight * (values[step * width + k] as number);
    }
  }
}
