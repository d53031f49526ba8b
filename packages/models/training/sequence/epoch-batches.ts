import { type StepWindow, cutWindow } from '@vua/models/sequence';
import type { Random } from '../body/random.ts';
import { shuffle } from './derived-random.ts';

/** How far lengths are stirred before sorting, so that batches differ from epoch to epoch. */
const STIR = 0.1;

/**
 * All sequences once, in batches of similar length and of at most `tokens` steps (or one sequence).
 * A window has one step more than the model sees: each step but the first is a target. Of what is longer, the last window or, half of the time, any.
 */
export function epochBatches(sequences: readonly StepWindow[], length: number, tokens: number, random: Random): StepWindow[][] {
  const windows = sequences.filter(({ items }) => items.length > 1).map((sequence) => {
    const from = Math.max(0, sequence.items.length - length - 1);
    const start = from > 0 && random() < 0.5 ? Math.floor(random() * (from + 1)) : from;
    const window = cutWindow(sequence, start, start + length + 1);
    return { window, order: window.items.length * (1 + STIR * random()) };
  });
  shuffle(windows, random);
  const batches = cutByTokens(windows.sort((a, b) => a.order - b.order).map(({ window }) => window), tokens);
  shuffle(batches, random);
  return batches;
}

function cutByTokens(windows: readonly StepWindow[], tokens: number): StepWindow[][] {
  const batches: StepWindow[][] = [];
  let filled = Infinity;
  for (const window of windows) {
    const steps = window.items.length - 1;
    if (filled + steps > tokens) {
      batches.push([]);
      filled = 0;
    }
    batches.at(-1)?.push(window);
    filled += steps;
  }
  return batches;
}
