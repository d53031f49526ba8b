import type { StepWindow } from './pack-batch.ts';

/** A view of some steps of a sequence; nothing is copied. */
export function cutWindow({ items, sides }: StepWindow, from: number, to: number): StepWindow {
  return { items: items.subarray(from, to), sides: Object.fromEntries(Object.entries(sides).map(([name, values]) => [name, values.subarray(from, to)])) };
}
