import { expect, it } from 'vitest';
import type { StoredEvent } from '../../storage/event-log.ts';
import { sampleEvent } from '../../storage/testing/sample-event.ts';
import { learnableEvents } from './learnable-events.ts';

let number = 0;
const view = (anonymousId: string, itemId: string): StoredEvent => sampleEvent(number += 1, { anonymousId, itemId });
const order = (anonymousId: string, ...itemIds: string[]): StoredEvent => sampleEvent(number += 1, { anonymousId, type: 'purchase', itemId: itemIds[0], dataJson: JSON.stringify({ items: itemIds.map((itemId) => ({ itemId })) }) });

async function learned(events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  const read = async function* (): AsyncGenerator<readonly StoredEvent[]> { for (let from = 0; from < events.length; from += 7) yield events.slice(from, from + 7); };
  for await (const page of learnableEvents(read, new Set(['sold', 'also-sold']))) all.push(...page);
  return all;
}

it('learns steps on what is sold, and on what enough shoppers were seen with', async () => {
  const gone = Array.from({ length: 5 }, (_, k) => view(`s${k}`, 'last-season'));
  const kept = [view('a', 'sold'), order('a', 'sold', 'also-sold'), order('a', 'last-season', 'sold'), ...gone];
  const others = [view('a', 'made-up'), order('a', 'sold', 'made-up'), ...Array.from({ length: 4 }, (_, k) => view(`s${k}`, 'of-four')), sampleEvent(number += 1, { type: 'search', itemId: undefined })];
  expect(await learned([...kept, ...others])).toEqual(kept);
});

it('learns from one id no more than a thousand steps, whatever others do', async () => {
  const flood = Array.from({ length: 3000 }, () => view('script', 'sold'));
  const events = await learned([...flood, view('a', 'sold')]);
  expect(events.filter(({ anonymousId }) => anonymousId === 'script')).toHaveLength(1000);
  expect(events.at(-1)?.anonymousId).toBe('a');
});

it('a single script with made-up names teaches nothing', async () => {
  expect(await learned(Array.from({ length: 2000 }, (_, k) => view('script', `fake-${k}`)))).toEqual([]);
});
