import { type ShortenedScores, chooseCauses, leaveEachOut } from '@vua/models/recommend';
import type { StepWindow } from '@vua/models/sequence';
import type { SequenceRanker } from './sequence-ranker.ts';
import { untilNextTask } from './until-next-task.ts';

/**
 * Which item of the history each item of a list is due to, by the rule that the server follows too: five questions to the ranker at most, one after another, with turns for the page in between.
 * @param items numbers of items @returns one for each; undefined where no step of the history speaks for it
 */
export async function findListCauses(ranker: Pick<SequenceRanker, 'score'>, window: StepWindow, items: Int32Array, rest: () => Promise<void> = untilNextTask): Promise<readonly (number | undefined)[]> {
  const without: ShortenedScores[] = [];
  for (const { left, history } of leaveEachOut(window)) {
    without.push({ left, scores: await ranker.score(history, items) });
    await rest();
  }
  return chooseCauses(await ranker.score(window, items), without);
}
