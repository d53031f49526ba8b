import { afterEach, expect, it, vi } from 'vitest';
import type { Reading } from '../feed/reading.ts';
import { followTrends, type TrendsFollower } from './follow-trends.ts';
import { madeAccuracy, madeAnswer, madeLine } from './testing/made-trends.ts';
import type { TrendsApi } from './trends-api.ts';
import { OPENING_TRENDS, type TrendsState } from './trends-state.ts';

const read = <T>(value: T): Reading<T> => ({ status: 'read', value });
const BUSY = { status: 'failed', reason: 'busy' } as const;
let follower: TrendsFollower | undefined;
afterEach(() => follower?.stop());

/** A server that knows linen, which rises, and silk, which falls. */
function open(changes: Partial<TrendsApi> = {}) {
  let state: TrendsState = OPENING_TRENDS;
  const asked: string[] = [];
  follower = followTrends({
    onChange: (change) => { state = { ...state, ...change }; },
    api: {
      readTop: async (called) => read({ modelVersion: 1, class: called, tags: called === 'rising' ? [madeLine({ tag: 'linen' })] : called === 'falling' ? [madeLine({ tag: 'silk' })] : [] }),
      predict: async (tag, horizonWeeks) => {
        asked.push(`${tag} ${horizonWeeks}`);
        return read({ modelVersion: 1, horizonWeeks, tags: [tag === 'lnen' ? { status: 'unknown', tag, nearest: ['linen'] } : madeAnswer({ tag })] });
      },
      readWeeks: async (tag) => read({ tag, source: 'csv', weeks: [], forecasts: [] }),
      readAccuracy: async () => read(madeAccuracy()),
      readAttributes: async () => read({ attributes: [{ id: 'colour:beige', kind: 'colour', label: { vi: 'be', en: 'beige' } }] }),
      readCollectors: async () => ({ status: 'refused', reason: 'forbidden' }),
      ...changes,
    },
  });
  return { asked, follower, state: () => state, settled: (tag: string) => vi.waitFor(() => expect(state.chosen).toMatchObject({ tag, reading: { status: 'read' } })) };
}

it('opens with the first tag that rises', async () => {
  const { asked, settled, state } = open();
  await settled('linen');
  expect(asked).toEqual(['linen 13']);
  expect([...state().attributes.keys()]).toEqual(['colour:beige']);
  expect([state().lists.status, state().accuracy.status, state().collectors]).toEqual(['read', 'read', { status: 'refused', reason: 'forbidden' }]);
});

it('shows the tag that is asked for, as far ahead as is asked for', async () => {
  const opened = open();
  opened.follower.choose('silk');
  await opened.settled('silk');
  opened.follower.lookAhead(52);
  await vi.waitFor(() => expect(opened.asked).toEqual(['silk 13', 'silk 52']));
  expect(opened.state().horizonWeeks).toBe(52);
});

it('asks for no weeks of a tag that nobody has seen', async () => {
  const readWeeks = vi.fn<TrendsApi['readWeeks']>();
  const opened = open({ readWeeks });
  opened.follower.choose('lnen');
  await opened.settled('lnen');
  expect(opened.state().chosen?.reading).toMatchObject({ value: { answer: { status: 'unknown', nearest: ['linen'] }, weeks: undefined } });
  expect(readWeeks).not.toHaveBeenCalled();
});

it('does not let a late answer take the place of a later question', async () => {
  const late = Promise.withResolvers<void>();
  const opened = open({ readWeeks: async (tag) => {
    if (tag === 'linen') await late.promise;
    return read({ tag, source: 'csv', weeks: [], forecasts: [] });
  } });
  opened.follower.choose('linen');
  opened.follower.choose('silk');
  await opened.settled('silk');
  late.resolve();
  await new Promise(setImmediate);
  expect(opened.state().chosen?.tag).toBe('silk');
});

it('says what failed, and asks again', async () => {
  let isAway = true;
  const opened = open({ readTop: async (called) => (isAway ? BUSY : read({ modelVersion: 1, class: called, tags: [madeLine({ tag: 'linen' })] })) });
  await vi.waitFor(() => expect(opened.state().lists).toEqual(BUSY));
  expect(opened.state().chosen).toBeUndefined();
  isAway = false;
  opened.follower.refresh();
  await opened.settled('linen');
});
