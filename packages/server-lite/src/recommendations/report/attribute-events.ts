import type { EventData, RecommendationFigures } from '@vua/models/contracts';
import type { StoredEvent } from '../../storage/event-log.ts';
import { createAddOne } from './add-one.ts';
import { createClickedItems } from './clicked-items.ts';
import { countConversions } from './count-conversions.ts';
import { type ReportGroup, createReportGroups, figuresOf } from './report-groups.ts';
import { createShownItems } from './shown-items.ts';

export interface AttributionOptions {
  /** What is shown and clicked before this time counts, UTC milliseconds; what is put into the cart or bought also after it. */
  readonly toMs: number;
  /** How long after a click these count. */
  readonly withinMs: number;
  /** Of the items that the shop sells. */
  readonly sold: ReadonlySet<string>;
  /** Of the shop's models; others are not told apart. */
  readonly versions: ReadonlySet<string>;
}

/** Adds up what lists of recommendations led to. Memory is bounded; what no longer fits is not counted, or what led to it is forgotten. */
export interface Attribution {
  /** Events in the order of the log. */
  readonly count: (event: StoredEvent) => void;
  readonly rows: () => readonly RecommendationFigures[];
}

/** Items that were looked at; and those that were shown or clicked, in each row: of what is sold, and of other ids, which are withdrawn items or made up. */
const [MOST_ITEMS, MOST_SOLD_IN_ROWS, MOST_OTHERS_IN_ROWS] = [100_000, 1_000_000, 100_000];

export function attributeEvents({ toMs, withinMs, sold, versions }: AttributionOptions): Attribution {
  const groups = createReportGroups(versions);
  const [shown, clicked] = [createShownItems(withinMs), createClickedItems(withinMs)];
  const { cart, purchase } = countConversions(shown, clicked);
  const steps = new Map<string, number>();
  const [addStep, addSold, addOther] = [createAddOne(MOST_ITEMS), createAddOne(MOST_SOLD_IN_ROWS), createAddOne(MOST_OTHERS_IN_ROWS)];
  const addInRow = (counts: Map<string, number>, itemId: string): void => (sold.has(itemId) ? addSold : addOther)(counts, itemId);
  /** Each showing of an item may be clicked once. */
  const countClick = (group: ReportGroup, itemId: string): void => {
    if ((group.clicks.get(itemId) ?? 0) < (group.shown.get(itemId) ?? 0)) addInRow(group.clicks, itemId);
  };
  const inTime: Readonly<Partial<Record<string, (event: StoredEvent) => void>>> = {
    view_item: ({ itemId }) => { if (itemId !== undefined) addStep(steps, itemId); },
    recommendation_show: ({ dataJson, timeMs }) => {
      const { itemIds, recommendationId, ...told } = JSON.parse(dataJson) as EventData['recommendation_show'];
      const group = groups.of(told);
      group.lists += 1;
      for (const itemId of itemIds) {
        addInRow(group.shown, itemId);
        if (recommendationId !== undefined) shown.show(recommendationId, itemId, group, timeMs);
      }
    },
    recommendation_click: ({ anonymousId, dataJson, timeMs }) => {
      const { itemId, recommendationId, ...told } = JSON.parse(dataJson) as EventData['recommendation_click'];
      const group = groups.of(told);
      const clickedIn = recommendationId === undefined ? group : shown.find(recommendationId, itemId, timeMs);
      if (clickedIn !== undefined) countClick(clickedIn, itemId);
      addStep(steps, itemId);
      clicked.click(anonymousId, itemId, group, timeMs);
      if (recommendationId !== undefined) shown.click(recommendationId, itemId, timeMs);
    },
  };
  const later: typeof inTime = { add_to_cart: cart, purchase };
  return {
    count: (event) => {
      if (event.timeMs < toMs) inTime[event.type]?.(event);
      later[event.type]?.(event);
    },
    rows: () => groups.all().map((group) => figuresOf(group, steps, sold.size)).toSorted((a, b) => b.shown - a.shown || b.clicked - a.clicked),
  };
}
