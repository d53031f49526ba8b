import { expect, it } from 'vitest';
import { createMemoryModels } from '../memory-models.ts';
import { createModelService } from '../model-service.ts';
import { sampleSequenceModel } from '../testing/sample-model.ts';
import { countShown, type ShownEvent } from './count-shown.ts';
import { GATE_LIMITS } from './gate-limits.ts';
import type { CanaryVerdict } from './judge-canary.ts';
import { createCanaryWatch } from './watch-canaries.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = 100 * 24 * HOUR_MS;
const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;

const show = (modelVersion: string, ...itemIds: string[]): ShownEvent => ({ type: 'recommendation_show', dataJson: JSON.stringify({ placement: 'home', itemIds, modelVersion }) });
const click = (modelVersion: string): ShownEvent => ({ type: 'recommendation_click', dataJson: JSON.stringify({ placement: 'home', itemId: 'x', position: 0, modelVersion }) });
const times = (count: number, events: readonly ShownEvent[]): readonly ShownEvent[] => Array.from({ length: count }, () => events).flat();

it('counts both from the canary\'s first list on, over as many lists', () => {
  const shown = countShown('new', 'old');
  shown.add([show('old', 'z'), click('old'), show('new', 'a', 'b'), show('old', 'a', 'a', 'a', 'b'), show('old', 'c'), click('old'), { type: 'view_item', dataJson: '{"item":{"itemId":"a"}}' }, show('other', 'd'), { type: 'recommendation_show', dataJson: '{"itemIds":["e"]}' }]);
  expect(shown.figures()).toEqual({ canary: { shows: 1, clicks: 0, items: 2, gini: 0 }, live: { shows: 2, clicks: 1, items: 2, gini: 0.25 } });
});

async function openWatch(eventsOf: (canary: string, active: string) => (fromMs: number) => readonly ShownEvent[]) {
  const { models, files } = createMemoryModels();
  const service = createModelService({ models, files });
  const [active, canary] = [sampleSequenceModel(1), sampleSequenceModel(2)];
  for (const model of [active, canary]) await service.register('demo', model);
  await service.switch(GROUP, { type: 'activate', version: active.manifest.version });
  await service.switch(GROUP, { type: 'canary', version: canary.manifest.version, share: 0.5 });
  const asked: number[] = [];
  const verdicts: CanaryVerdict[] = [];
  const events = eventsOf(canary.manifest.version, active.manifest.version);
  const watch = createCanaryWatch({
    models, service, now: () => NOW_MS, limits: { ...GATE_LIMITS, leastShows: 10 }, judged: (verdict) => void verdicts.push(verdict),
    readEvents: async function* (tenantId, fromMs, toMs) {
      expect([tenantId, toMs]).toEqual(['demo', NOW_MS]);
      asked.push((toMs - fromMs) / HOUR_MS);
      yield events(fromMs);
    },
  });
  const canaryStatus = async (): Promise<string | undefined> => (await models.find(GROUP, canary.manifest.version))?.status;
  return { watch, asked, verdicts, canaryStatus };
}

it('takes back a canary that is clicked less, by what the last day tells where the last hour tells too little', async () => {
  const { watch, asked, verdicts, canaryStatus } = await openWatch((canary, active) => (fromMs) => (
    fromMs > NOW_MS - 2 * HOUR_MS ? [show(canary, 'a')] : times(100, [show(canary, 'a', 'b'), show(active, 'a', 'b'), click(active)])
  ));
  await watch(new AbortController().signal);
  expect(asked).toEqual([1, 24]);
  expect(verdicts).toMatchObject([{ verdict: 'roll-back', reasons: [{ rule: 'clicks-fell' }] }]);
  expect(await canaryStatus()).toBe('rejected');
  await watch(new AbortController().signal);
  expect(verdicts).toHaveLength(1);
});

it('leaves a canary alone that does as well, or of which too little is known', async () => {
  const alike = await openWatch((canary, active) => () => times(100, [show(canary, 'a', 'b'), click(canary), show(active, 'b', 'a'), click(active)]));
  await alike.watch(new AbortController().signal);
  expect([alike.verdicts, await alike.canaryStatus()]).toEqual([[{ verdict: 'keep' }], 'canary']);
  const silent = await openWatch(() => () => []);
  await silent.watch(new AbortController().signal);
  expect([silent.asked, silent.verdicts, await silent.canaryStatus()]).toEqual([[1, 24, 168], [{ verdict: 'wait' }], 'canary']);
});

it('stops when it is told to', async () => {
  const { watch, asked, canaryStatus } = await openWatch((canary, active) => () => times(100, [show(canary, 'a'), show(active, 'a'), click(active)]));
  await watch(AbortSignal.abort());
  expect([asked, await canaryStatus()]).toEqual([[], 'canary']);
});
