import { describe, expect, it } from 'vitest';
import { epochBatches } from './epoch-batches.ts';
import { derivedRandom } from './derived-random.ts';
import { questionsOf, splitLog, unseenTargets } from './split-log.ts';

const sequence = (...items: number[]) => ({ items: Int32Array.from(items), sides: {} });
const session = (length: number) => sequence(...Array.from({ length }, (_, k) => k));

describe('splitLog', () => {
  it('leaves the last two items of each user out of training', () => {
    const { train, validation, test } = splitLog([sequence(1, 2, 3, 4), sequence(5, 6)], 'leave-one-out');
    expect(train).toEqual([sequence(1, 2), sequence(5, 6)]);
    expect(validation).toEqual([{ history: sequence(1, 2), target: 3 }]);
    expect(test).toEqual([{ history: sequence(1, 2, 3), target: 4 }]);
  });

  it('holds back the last sessions, at each of their steps', () => {
    const sessions = Array.from({ length: 20 }, (_, k) => sequence(k, 100 + k, 200 + k));
    const { train, validation, test } = splitLog(sessions, 'last-days');
    expect(train).toEqual(sessions.slice(0, 16));
    expect(validation.map(({ target }) => target)).toEqual([116, 216, 117, 217]);
    expect(test.map(({ target }) => target)).toEqual([118, 218, 119, 219]);
    expect(test[1]?.history).toEqual(sequence(18, 118));
  });

  it('asks at every so many steps where there are too many', () => {
    expect(questionsOf([sequence(0, 1, 2, 3), sequence(4), sequence(5, 6, 7)], 3).map(({ target }) => target)).toEqual([1, 3, 7]);
    expect(questionsOf([sequence(0, 1, 2)], 3)).toHaveLength(2);
  });

  it('keeps no test where that lies in another file', () => {
    const { train, validation, test } = splitLog(Array.from({ length: 10 }, () => session(2)), 'all');
    expect([train.length, validation.length, test.length]).toEqual([9, 1, 0]);
  });
});

it('unseenTargets leaves out questions whose answer was seen', () => {
  const [fresh, seen, unknown] = [{ history: sequence(1, 2), target: 3 }, { history: sequence(1, 2), target: 1 }, { history: sequence(1), target: -1 }];
  expect(unseenTargets([fresh, seen, unknown])).toEqual([fresh, unknown]);
});

describe('epochBatches', () => {
  const sequences = Array.from({ length: 40 }, (_, k) => session(2 + k));

  it('takes every sequence once, in windows that the model can see, in batches of bounded size', () => {
    const batches = epochBatches(sequences, 20, 100, derivedRandom(1, 'epoch'));
    expect(batches.flat()).toHaveLength(sequences.length);
    expect(Math.max(...batches.flat().map(({ items }) => items.length))).toBe(21);
    expect(batches.every((batch) => batch.length === 1 || batch.reduce((sum, { items }) => sum + items.length - 1, 0) <= 100)).toBe(true);
  });

  it('is the same for the same epoch, and another for the next', () => {
    const batches = (epoch: number) => epochBatches(sequences, 20, 100, derivedRandom(1, 'epoch', epoch));
    expect(batches(0)).toEqual(batches(0));
    expect(batches(1)).not.toEqual(batches(0));
  });
});
