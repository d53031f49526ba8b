import type { LineProblem, SequenceLog } from './sequence-log.ts';

/** Takes the lines of a log and numbers their items. */
export interface LogWriter {
  /** Appends items to the sequence of `key`. */
  readonly add: (key: string, items: readonly string[]) => void;
  readonly reject: (problem: LineProblem) => void;
  readonly rejected: () => number;
  readonly finish: () => SequenceLog;
}

export function createLogWriter(): LogWriter {
  const numbers = new Map<string, number>();
  const sequences = new Map<string, number[]>();
  const problems: LineProblem[] = [];
  const numberOf = (item: string): number => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  };
  return {
    add: (key, items) => {
      const sequence = sequences.get(key) ?? [];
      for (const item of items) sequence.push(numberOf(item));
      sequences.set(key, sequence);
    },
    reject: (problem) => void problems.push(problem),
    rejected: () => problems.length,
    finish: () => ({
      vocabulary: [...numbers.keys()], sideInputs: [], problems,
      sequences: Array.from(sequences.values(), (items) => ({ items: Int32Array.from(items), sides: {} })),
    }),
  };
}
