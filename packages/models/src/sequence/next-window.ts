import { cutWindow } from './cut-window.ts';
import type { StepWindow } from './pack-batch.ts';

/**
 * The part of a history that the model is shown next. A history that grows at its end, and loses its oldest steps meanwhile, keeps the window's start
 * until the window is full or its start is lost; then the window goes on with its last half. So a new step costs one step as a rule, and half a
 * window once in so many. All engines are shown the same window, and so agree. @param before what was shown last @param length of the model's window
 */
export function nextWindow(before: StepWindow | undefined, history: StepWindow, length: number): StepWindow {
  const steps = history.items.length;
  const half = Math.ceil(length / 2);
  const start = before === undefined ? Math.max(0, steps - length) : placeOf(before, history);
  const fits = start !== undefined && steps - start <= length && (start === 0 || steps - start >= half);
  return cutWindow(history, fits ? start : Math.max(0, steps - half), steps);
}

/** Where in `history` all steps of `part` stand, one after another. */
function placeOf(part: StepWindow, history: StepWindow): number | undefined {
  for (let at = 0; at + part.items.length <= history.items.length; at += 1) if (standsAt(part, history, at)) return at;
  return undefined;
}

const standsAt = (part: StepWindow, history: StepWindow, at: number): boolean =>
  part.items.every((item, k) => item === history.items[at + k] && Object.entries(part.sides).every(([name, values]) => values[k] === history.sides[name]?.[at + k]));
