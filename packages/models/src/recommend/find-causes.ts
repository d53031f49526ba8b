import type { StepWindow } from '../sequence/index.ts';
import { chooseCauses, leaveEachOut } from './leave-each-out.ts';
import type { ScoreAmong } from './score-among.ts';

/** Which item of the history each candidate is due to. @param candidates numbers of items @returns cause by candidate */
export function findCauses(candidates: readonly number[], scoreAmong: ScoreAmong, window: StepWindow): ReadonlyMap<number, number> {
  const without = leaveEachOut(window).map(({ left, history }) => ({ left, scores: scoreAmong(history, candidates) }));
  const causes = chooseCauses(scoreAmong(window, candidates), without);
  return new Map(candidates.flatMap((item, k) => {
    const cause = causes[k];
    return cause === undefined ? [] : [[item, cause] as const];
  }));
}
