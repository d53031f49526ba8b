import { type AttributeId, type AttributeVocabulary, attributesOfCaption, weekOfMs } from '@vua/models/trend';
import type { EventLog, StoredEvent } from '../../../storage/event-log.ts';
import { LEAST_SHOPPERS } from '../../../storage/least-shoppers.ts';
import type { TrendWeek } from '../../weeks/trend-week.ts';
import { type DemandAct, actsOfEvent } from './acts-of-event.ts';
import { attributesOfItem } from './attributes-of-item.ts';
import type { ItemFacts } from './item-facts.ts';

export interface ShopWeeksDeps {
  readonly events: Pick<EventLog, 'read'>;
  readonly listItems: (tenantId: string) => Promise<readonly ItemFacts[]>;
  readonly vocabulary: AttributeVocabulary;
}

interface WeekCount {
  acts: number;
  readonly byAttribute: Map<AttributeId, { acts: number; seenMs: number; readonly shoppers: Set<string> }>;
}

const PAGE = 2000;

/**
 * What a shop's own shoppers looked at, searched and put into the cart, by attribute and week of the time given (UTC milliseconds, the end exclusive). The basket is all acts of the week.
 * An attribute with fewer than `LEAST_SHOPPERS` ids in a week has no row. Of the shoppers nothing is kept; ids live 24 hours, so who comes on several days without an account counts several times.
 */
export async function shopWeeks(tenantId: string, fromMs: number, toMs: number, { events, listItems, vocabulary }: ShopWeeksDeps): Promise<readonly TrendWeek[]> {
  const attributes = new Map((await listItems(tenantId)).map((item) => [item.id, attributesOfItem(item, vocabulary)]));
  const attributesOf = (act: DemandAct): Iterable<AttributeId> => (act.kind === 'search' ? attributesOfCaption(act.term, vocabulary) : (attributes.get(act.itemId) ?? []));
  const weeks = new Map<number, WeekCount>();
  for (let afterId: string | undefined; ;) {
    const page = await events.read({ tenantId, fromMs, toMs, limit: PAGE, ...(afterId === undefined ? {} : { afterId }) });
    for (const event of page) for (const act of actsOfEvent(event)) countAct(weeks, event, attributesOf(act));
    if (page.length < PAGE) return Array.from(weeks, ([week, count]) => rowsOf(week, count)).flat().sort((a, b) => (a.tag === b.tag ? a.week - b.week : a.tag < b.tag ? -1 : 1));
    afterId = page.at(-1)?.id;
  }
}

function countAct(weeks: Map<number, WeekCount>, { timeMs, receivedMs, customerId, anonymousId }: StoredEvent, attributes: Iterable<AttributeId>): void {
  const week: WeekCount = weeks.get(weekOfMs(timeMs)) ?? { acts: 0, byAttribute: new Map() };
  weeks.set(weekOfMs(timeMs), week);
  week.acts += 1;
  for (const attribute of attributes) {
    const count = week.byAttribute.get(attribute) ?? { acts: 0, seenMs: 0, shoppers: new Set<string>() };
    week.byAttribute.set(attribute, count);
    count.acts += 1;
    count.seenMs = Math.max(count.seenMs, receivedMs);
    // More than enough need not be told apart: so the memory is bounded.
    if (count.shoppers.size < LEAST_SHOPPERS) count.shoppers.add(customerId ?? anonymousId);
  }
}

function rowsOf(week: number, { acts, byAttribute }: WeekCount): readonly TrendWeek[] {
  return [...byAttribute].filter(([, { shoppers }]) => shoppers.size >= LEAST_SHOPPERS).map(([tag, count]) => (
    { source: 'shop', tag, week, value: count.acts / acts, count: count.acts, engagement: null, sentiment: null, seenMs: count.seenMs }));
}
