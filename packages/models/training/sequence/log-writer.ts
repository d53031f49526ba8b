import type { LineProblem, SequenceLog } from './sequence-log.ts';

/** Takes the lines of a log of items alone and numbers the items. */
export interface LogWriter {
  /** Appends items to the sequence of `key`. */
  readonly add: (key: string, items: readonly string[]) => void;
  readonly finish: (problems: readonly LineProblem[]) => SequenceLog;
}

export function createLogWriter(): LogWriter {
  const numbers = new Map<string, number>();
  const sequences = new Map<string, number[]>();
  const numberOf = (item: string): number => {
    const known = numbers.get(item) ?? numbers.size;
    numbers.set(item, known);
    return known;
  };
  return {
    add: (key, items) => {
      const sequence = sequences.get(key) ?? [];
      for (const item of items) sequence.push(numberOf(item));
      sequences.set(key, sequence);
    },
    finish: (problems) => ({
      vocabulary: [...numbers.keys()], sideInputs: [], sideNames: {}, problems,
      sequences: Array.from(sequences.values(), (items) => ({ items: Int32Array.from(items), sides: {} })),
    }),
  };
}
