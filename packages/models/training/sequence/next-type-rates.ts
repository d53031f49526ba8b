import type { StepWindow } from '@vua/models/sequence';
import { EVENT_SIDE } from './row-targets.ts';

/** How often each type came after another step, of all types together 1; one more is counted for each, so that none has no chance. */
export function nextTypeRates(sequences: readonly StepWindow[], types: number): readonly number[] {
  const counts = new Array<number>(types).fill(1);
  for (const { sides } of sequences) for (const type of sides[EVENT_SIDE]?.subarray(1) ?? []) if (type > 0) counts[type] = (counts[type] ?? 0) + 1;
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}
