import type { StepWindow } from '../sequence/index.ts';
import type { ScoreAmong } from './score-among.ts';

/** Items of the history that are left out one after another; the last ones. */
const LEFT_OUT = 4;

/**
 * Which item of the history moved each candidate most: the last 4 different items are left out one after another, and the cause is the one without which
 * the candidate loses most of its lead over the mean of the candidates. None where it loses nothing.
 * @param candidates numbers of items @returns cause by candidate
 */
export function findCauses(candidates: readonly number[], scoreAmong: ScoreAmong, window: StepWindow): ReadonlyMap<number, number> {
  const leadsAfter = (history: StepWindow): readonly number[] => {
    const scores = scoreAmong(history, candidates);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return scores.map((score) => score - mean);
  };
  const full = leadsAfter(window);
  const most = new Map<number, { readonly cause: number; readonly loss: number }>();
  for (const cause of [...new Set(window.items.toReversed())].slice(0, LEFT_OUT)) {
    const without = leadsAfter(leaveOut(window, cause));
    for (const [k, item] of candidates.entries()) {
      const loss = (full[k] ?? 0) - (without[k] ?? 0);
      if (loss > (most.get(item)?.loss ?? 0)) most.set(item, { cause, loss });
    }
  }
  return new Map(Array.from(most, ([item, { cause }]) => [item, cause]));
}

function leaveOut({ items, sides }: StepWindow, left: number): StepWindow {
  const kept = (values: Int32Array): Int32Array => values.filter((_, step) => items[step] !== left);
  return { items: kept(items), sides: Object.fromEntries(Object.entries(sides).map(([name, values]) => [name, kept(values)])) };
}
