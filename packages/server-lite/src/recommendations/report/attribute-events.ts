import { type EventData, type EventMoney, RecommendationKind, type RecommendationFigures, RecommendationStrategy } from '@vua/models/contracts';
import type { StoredEvent } from '../../storage/event-log.ts';
import { spreadOf } from './spread-of.ts';

type Answer = Pick<RecommendationFigures, 'kind' | 'strategy' | 'modelVersion'>;

interface Group extends Answer {
  lists: number;
  clicked: number;
  bought: number;
  readonly revenue: Map<string, number>;
  readonly shown: Map<string, number>;
}

interface Click {
  readonly group: Group;
  readonly timeMs: number;
}

export interface AttributionOptions {
  /** What is shown and clicked before this time counts, UTC milliseconds; purchases also after it. */
  readonly toMs: number;
  /** How long after a click a purchase counts. */
  readonly withinMs: number;
  readonly catalogItems: number;
}

/** Adds up what lists of recommendations led to. Memory is bounded; what no longer fits is counted under no name, or its click is forgotten. */
export interface Attribution {
  /** Events in the order of the log. */
  readonly count: (event: StoredEvent) => void;
  readonly rows: () => readonly RecommendationFigures[];
}

const [MOST_GROUPS, MOST_SHOPPERS, MOST_CLICKS, MOST_ITEMS] = [200, 50_000, 50, 100_000];

export function attributeEvents({ toMs, withinMs, catalogItems }: AttributionOptions): Attribution {
  const { groupOf, all } = createGroups();
  const clicks = new Map<string, Map<string, Click>>();
  const steps = new Map<string, number>();
  const count: Readonly<Partial<Record<string, (event: StoredEvent) => void>>> = {
    view_item: ({ itemId, timeMs }) => { if (itemId !== undefined && timeMs < toMs) addOne(steps, itemId); },
    recommendation_show: ({ dataJson, timeMs }) => {
      if (timeMs >= toMs) return;
      const data = JSON.parse(dataJson) as EventData['recommendation_show'];
      const group = groupOf(answerOf(data));
      group.lists += 1;
      for (const itemId of data.itemIds) addOne(group.shown, itemId);
    },
    recommendation_click: ({ anonymousId, dataJson, timeMs }) => {
      if (timeMs >= toMs) return;
      const data = JSON.parse(dataJson) as EventData['recommendation_click'];
      const group = groupOf(answerOf(data));
      group.clicked += 1;
      addOne(steps, data.itemId);
      rememberClick(clicks, anonymousId, data.itemId, { group, timeMs });
    },
    purchase: ({ anonymousId, dataJson, timeMs }) => {
      for (const item of (JSON.parse(dataJson) as EventData['purchase']).items) {
        const click = clicks.get(anonymousId)?.get(item.itemId);
        if (click !== undefined && timeMs >= click.timeMs && timeMs - click.timeMs <= withinMs) buy(click.group, item);
      }
    },
  };
  return {
    count: (event) => count[event.type]?.(event),
    rows: () => all().map((group) => figuresOf(group, steps, catalogItems)).toSorted((a, b) => b.shown - a.shown || b.clicked - a.clicked),
  };
}

function createGroups(): { readonly groupOf: (answer: Answer) => Group; readonly all: () => readonly Group[] } {
  const groups = new Map<string, Group>();
  const groupOf = (answer: Answer): Group => {
    const key = JSON.stringify([answer.kind, answer.strategy, answer.modelVersion]);
    const known = groups.get(key);
    if (known !== undefined) return known;
    // Names are the sender's: more than these are one group without a name.
    const isNamed = groups.size < MOST_GROUPS || key === '[null,null,null]';
    if (!isNamed) return groupOf({});
    const group = { ...answer, lists: 0, clicked: 0, bought: 0, revenue: new Map<string, number>(), shown: new Map<string, number>() };
    groups.set(key, group);
    return group;
  };
  return { groupOf, all: () => [...groups.values()] };
}

function answerOf({ kind, strategy, modelVersion }: Pick<EventData['recommendation_show'], 'kind' | 'strategy' | 'modelVersion'>): Answer {
  return {
    ...(RecommendationKind.enum.some((known) => known === kind) ? { kind } : {}), ...(RecommendationStrategy.enum.some((known) => known === strategy) ? { strategy } : {}),
    ...(modelVersion === undefined ? {} : { modelVersion }),
  };
}

function addOne(counts: Map<string, number>, itemId: string): void {
  if (counts.has(itemId) || counts.size < MOST_ITEMS) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
}

/** The last click on an item counts. */
function rememberClick(clicks: Map<string, Map<string, Click>>, anonymousId: string, itemId: string, click: Click): void {
  const own = clicks.get(anonymousId) ?? new Map<string, Click>();
  clicks.delete(anonymousId);
  clicks.set(anonymousId, own);
  own.delete(itemId);
  own.set(itemId, click);
  forgetOldest(own, MOST_CLICKS);
  forgetOldest(clicks, MOST_SHOPPERS);
}

function forgetOldest(map: Map<string, unknown>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

function buy(group: Group, { price, quantity = 1 }: EventData['purchase']['items'][number]): void {
  group.bought += quantity;
  if (price !== undefined) group.revenue.set(price.currency, (group.revenue.get(price.currency) ?? 0) + price.amountMinor * quantity);
}

function figuresOf({ lists, clicked, bought, revenue, shown, ...answer }: Group, steps: ReadonlyMap<string, number>, catalogItems: number): RecommendationFigures {
  return {
    ...answer, lists, shown: [...shown.values()].reduce((sum, count) => sum + count, 0), clicked, bought,
    revenue: Array.from(revenue, ([currency, amountMinor]): EventMoney => ({ amountMinor: Math.min(amountMinor, Number.MAX_SAFE_INTEGER), currency })), ...spreadOf(shown, steps, catalogItems),
  };
}
