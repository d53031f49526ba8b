import { expect, it } from 'vitest';
import { createMemoryModels } from '../memory-models.ts';
import { createModelService } from '../model-service.ts';
import { sampleSequenceModel } from '../testing/sample-model.ts';
import { countShown, type ShownEvent } from './count-shown.ts';
import { GATE_LIMITS } from './gate-limits.ts';
import { createCanaryWatch, type Watched } from './watch-canaries.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = 100 * 24 * HOUR_MS;
const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;

let shoppers = 0;
/** Each by somebody else. */
const nextShopper = (): string => `shopper-${shoppers += 1}`;
const show = (modelVersion: string, ...itemIds: string[]): ShownEvent => ({ anonymousId: nextShopper(), type: 'recommendation_show', dataJson: JSON.stringify({ placement: 'home', itemIds, modelVersion }) });
const click = (modelVersion: string): ShownEvent => ({ anonymousId: nextShopper(), type: 'recommendation_click', dataJson: JSON.stringify({ placement: 'home', itemId: 'x', position: 0, modelVersion }) });
const times = (count: number, events: readonly ShownEvent[]): readonly ShownEvent[] => Array.from({ length: count }, () => events.map((event) => ({ ...event, anonymousId: nextShopper() }))).flat();

it('a single visitor decides nothing', () => {
  const shown = countShown('new', 'old', true);
  const flood = (count: number, events: readonly ShownEvent[]): readonly ShownEvent[] => Array.from({ length: count }, () => events.map((event) => ({ ...event, anonymousId: 'one' }))).flat();
  shown.add([...times(100, [show('new', 'a', 'b'), click('new'), show('old', 'a', 'b'), click('old')]), ...flood(1000, [show('new', 'a'), show('old', 'a', 'b'), click('old')])]);
  const { tried, other } = shown.figures();
  expect([tried.shows, tried.clicks, other.shows, other.clicks]).toEqual([110, 100, 110, 110]);
});

it('counts both from the canary\'s first list on, over as many lists', () => {
  const shown = countShown('new', 'old', true);
  shown.add([show('old', 'z'), click('old'), show('new', 'a', 'b'), show('old', 'a', 'a', 'a', 'b'), show('old', 'c'), click('old'), { anonymousId: 'v', type: 'view_item', dataJson: '{"item":{"itemId":"a"}}' }, show('other', 'd'), { anonymousId: 'v', type: 'recommendation_show', dataJson: '{"itemIds":["e"]}' }]);
  expect(shown.figures()).toEqual({ tried: { shows: 1, clicks: 0, items: 2, gini: 0 }, other: { shows: 2, clicks: 1, items: 2, gini: 0.25 } });
});

const [OLD, NEW] = [sampleSequenceModel(1).manifest.version, sampleSequenceModel(2).manifest.version];

type EventsOf = (fromMs: number, toMs: number) => readonly ShownEvent[];

/** A shop whose version OLD is active, and NEW a canary since NOW_MS. */
async function openWatch(place: 'canary' | 'try', eventsOf: EventsOf) {
  let nowMs = NOW_MS;
  const { models, files } = createMemoryModels();
  const service = createModelService({ models, files, now: () => nowMs });
  for (const model of [sampleSequenceModel(1), sampleSequenceModel(2)]) await service.register('demo', model);
  await service.switch(GROUP, { type: 'activate', version: OLD });
  await service.switch(GROUP, { type: place, version: NEW, share: 0.5 });
  const asked: (readonly [fromHours: number, toHours: number])[] = [];
  const seen: Watched[] = [];
  const watch = createCanaryWatch({
    models, service, now: () => nowMs, limits: { ...GATE_LIMITS, leastShows: 10 }, watched: (one) => void seen.push(one),
    readEvents: async function* (tenantId, fromMs, toMs) {
      expect(tenantId).toBe('demo');
      asked.push([(fromMs - NOW_MS) / HOUR_MS, (toMs - NOW_MS) / HOUR_MS]);
      yield eventsOf(fromMs, toMs);
    },
  });
  /** Looks after so many hours, and says where the versions are. */
  const lookAfter = async (hours: number): Promise<string> => {
    nowMs = NOW_MS + hours * HOUR_MS;
    await watch(new AbortController().signal);
    const statuses = [...await service.list(GROUP)].map(({ version, status, trialSinceMs }) => `${version === OLD ? 'old' : 'new'} ${status}${trialSinceMs === undefined ? '' : ' on trial'}`);
    return statuses.sort().join(', ');
  };
  return { watch, lookAfter, asked, seen, service };
}

const alike: EventsOf = () => times(100, [show(NEW, 'a', 'b'), click(NEW), show(OLD, 'b', 'a'), click(OLD)]);
const worse: EventsOf = () => times(100, [show(NEW, 'a', 'b'), show(OLD, 'a', 'b'), click(OLD)]);
const silent: EventsOf = () => [];

it.each(['canary', 'try'] as const)('takes back a %s that is clicked less, by what the last day tells where the last hour tells too little', async (place) => {
  const { lookAfter, asked, seen } = await openWatch(place, (fromMs) => (fromMs > NOW_MS + 8 * HOUR_MS ? [show(NEW, 'a')] : worse(0, 0)));
  expect(await lookAfter(10)).toBe('new rejected, old active');
  expect(asked).toEqual([[9, 10], [place === 'try' ? 0 : -14, 10]]);
  expect(seen).toMatchObject([{ place: 'canary', version: NEW, phase: 'early', step: 'reject', verdict: { verdict: 'roll-back', reasons: [{ rule: 'clicks-fell' }] } }]);
  await lookAfter(11);
  expect(seen).toHaveLength(1);
});

it('leaves a canary that a person placed to that person, however well it does and however long', async () => {
  const { lookAfter } = await openWatch('canary', alike);
  expect(await lookAfter(1000)).toBe('new canary, old active');
});

it('promotes a trial that does as well for a day, and ends it when the days after are like those before', async () => {
  const { lookAfter, asked, seen } = await openWatch('try', alike);
  expect(await lookAfter(23)).toBe('new canary on trial, old active');
  expect(await lookAfter(24)).toBe('new active on trial, old retired');
  expect(await lookAfter(47)).toBe('new active on trial, old retired');
  expect(await lookAfter(48.5)).toBe('new active, old retired');
  expect(asked).toEqual([[22, 23], [0, 24], [0, 24], [24, 48]]);
  await lookAfter(100);
  expect(seen.map(({ place, phase, step }) => `${place} ${phase} ${step}`)).toEqual(['canary early wait', 'canary open promote', 'active open settle']);
});

it('takes back what was promoted where it does worse than the one before it did', async () => {
  const { lookAfter, service } = await openWatch('try', (fromMs) => (fromMs < NOW_MS + 24 * HOUR_MS ? alike(0, 0) : times(100, [show(NEW, 'a')])));
  await lookAfter(24);
  expect(await lookAfter(48)).toBe('new rejected, old active');
  expect((await service.findActive(GROUP, 0))?.version).toBe(OLD);
  // What comes back is on no trial: there is no falling from one to the next.
  expect(await lookAfter(500)).toBe('new rejected, old active');
});

it('decides by the gate alone where six days have shown too little', async () => {
  const { lookAfter, seen } = await openWatch('try', silent);
  expect(await lookAfter(143)).toBe('new canary on trial, old active');
  expect(await lookAfter(144)).toBe('new active on trial, old retired');
  expect(await lookAfter(287)).toBe('new active on trial, old retired');
  expect(await lookAfter(288)).toBe('new active, old retired');
  expect(seen.map(({ verdict }) => verdict.verdict)).toEqual(['wait', 'wait', 'wait', 'wait']);
});

it('takes back what no device of its share ever showed', async () => {
  const { lookAfter } = await openWatch('try', () => times(100, [show(OLD, 'a'), click(OLD)]));
  expect(await lookAfter(143)).toBe('new canary on trial, old active');
  expect(await lookAfter(144)).toBe('new rejected, old active');
});

it('leaves what a person made theirs', async () => {
  const { lookAfter, service } = await openWatch('try', (fromMs) => (fromMs < NOW_MS + 24 * HOUR_MS ? alike(0, 0) : worse(0, 0)));
  await lookAfter(24);
  await service.switch(GROUP, { type: 'activate', version: NEW });
  expect(await lookAfter(48)).toBe('new active, old retired');
});

it('stops when it is told to', async () => {
  const { watch, lookAfter, asked } = await openWatch('try', worse);
  await watch(AbortSignal.abort());
  expect(asked).toEqual([]);
  expect(await lookAfter(1)).toBe('new rejected, old active');
});
