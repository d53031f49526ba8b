import { type ShippedMethod, addAgain, addBonus } from '@vua/models/sequence';
import { expect, it } from 'vitest';
import { seededRandom } from '../body/random.ts';
import { gainAt10 } from './evaluate.ts';
import { fitAgain } from './fit-again.ts';
import { rankTarget } from './rank-target.ts';
import type { SequenceCase } from './split-log.ts';

const ITEMS = 60;
const BLEND = { method: 'blend', partner: 'coVisitation', weight: 1 } as const satisfies ShippedMethod;
const random = seededRandom(7);
const draw = (): number => Math.floor(random() * ITEMS);

/** Histories of six items; the next one is the last but one `share` of the time, else any. */
function cases(share: number): readonly SequenceCase[] {
  return Array.from({ length: 400 }, () => {
    const items = Int32Array.from({ length: 6 }, draw);
    return { history: { items, sides: {} }, target: random() < share ? items[4] ?? 0 : draw() };
  });
}
/** Scores that know nothing, the same for the same history. */
const scoreMany = async (histories: readonly SequenceCase['history'][]): Promise<readonly Float32Array[]> =>
  histories.map(({ items }) => Float32Array.from({ length: ITEMS }, (_, item) => Math.sin(1 + item * 12.9898 + (items[0] ?? 0) * 78.233)));

async function ndcgOf(questions: readonly SequenceCase[], again: readonly number[]): Promise<number> {
  const rows = await scoreMany(questions.map(({ history }) => history));
  return questions.reduce((sum, { history, target }, k) => {
    const scores = rows[k] ?? new Float32Array(ITEMS);
    const bonus = new Map<number, number>();
    addAgain(bonus, history.items, again);
    addBonus(scores, bonus);
    return sum + gainAt10(rankTarget(scores, target, new Set())) / questions.length;
  }, 0);
}

it('finds that people go back to the last but one', async () => {
  const { again = [] } = await fitAgain(BLEND, cases(0.5), scoreMany);
  expect(again[1]).toBeGreaterThan(1);
  expect(again[1]).toBeGreaterThan(Math.max(again[0] ?? 0, again[2] ?? 0, again[3] ?? 0));
  const fresh = cases(0.5);
  expect(await ndcgOf(fresh, again)).toBeGreaterThan(1.5 * await ndcgOf(fresh, []));
});

it('never makes it worse on what it chose on, and judges as everything is judged', async () => {
  const questions = cases(0.1);
  const { again } = await fitAgain(BLEND, questions, scoreMany);
  expect(await ndcgOf(questions, again ?? [])).toBeGreaterThanOrEqual(await ndcgOf(questions, []));
});

it('leaves a blend alone where there is nothing to go by', async () => {
  expect(await fitAgain(BLEND, [], scoreMany)).toBe(BLEND);
});
