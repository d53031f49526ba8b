import type { StepWindow } from '../sequence/index.ts';

/** Items of the history that are left out one after another; the last ones. */
const LEFT_OUT = 4;

/** A history without its steps on one item. */
export interface ShortenedHistory {
  /** Number of the item that is missing. */
  readonly left: number;
  readonly history: StepWindow;
}

/** What candidates score after a history without one of its items, in the order of the candidates. */
export interface ShortenedScores {
  readonly left: number;
  readonly scores: ArrayLike<number>;
}

/** The history without each of its last 4 different items, the latest first. */
export const leaveEachOut = (window: StepWindow): readonly ShortenedHistory[] =>
  [...new Set(window.items.toReversed())].slice(0, LEFT_OUT).map((left) => ({ left, history: leaveOut(window, left) }));

/**
 * Which item of the history moved each candidate most: the one without which the candidate loses most of its lead over the mean of the candidates.
 * @param full scores after the whole history @param without after what `leaveEachOut` gives @returns one for each candidate; undefined where it loses nothing
 */
export function chooseCauses(full: ArrayLike<number>, without: readonly ShortenedScores[]): readonly (number | undefined)[] {
  const before = leadsOf(full);
  const most = Array.from(before, (): { cause: number | undefined; loss: number } => ({ cause: undefined, loss: 0 }));
  for (const { left, scores } of without) {
    const after = leadsOf(scores);
    for (const [k, known] of most.entries()) {
      const loss = (before[k] ?? 0) - (after[k] ?? 0);
      if (loss > known.loss) [known.cause, known.loss] = [left, loss];
    }
  }
  return most.map(({ cause }) => cause);
}

function leadsOf(scores: ArrayLike<number>): Float64Array {
  const leads = Float64Array.from(scores);
  const mean = leads.reduce((sum, score) => sum + score, 0) / leads.length;
  return leads.map((score) => score - mean);
}

function leaveOut({ items, sides }: StepWindow, left: number): StepWindow {
  const kept = (values: Int32Array): Int32Array => values.filter((_, step) => items[step] !== left);
  return { items: kept(items), sides: Object.fromEntries(Object.entries(sides).map(([name, values]) => [name, kept(values)])) };
}
