import type { StepWindow } from '@vua/models/sequence';

/** A view of some steps of a sequence; nothing is copied. */
export function windowOf({ items, sides }: StepWindow, from: number, to: number): StepWindow {
  return { items: items.subarray(from, to), sides: Object.fromEntries(Object.entries(sides).map(([name, values]) => [name, values.subarray(from, to)])) };
}
