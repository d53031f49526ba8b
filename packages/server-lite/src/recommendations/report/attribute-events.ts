import type { EventData, RecommendationFigures } from '@vua/models/contracts';
import type { StoredEvent } from '../../storage/event-log.ts';
import { createClickedItems } from './clicked-items.ts';
import { countConversions } from './count-conversions.ts';
import { createReportGroups, figuresOf } from './report-groups.ts';
import { createShownItems } from './shown-items.ts';

export interface AttributionOptions {
  /** What is shown and clicked before this time counts, UTC milliseconds; what is put into the cart or bought also after it. */
  readonly toMs: number;
  /** How long after a click these count. */
  readonly withinMs: number;
  readonly catalogItems: number;
}

/** Adds up what lists of recommendations led to. Memory is bounded; what no longer fits is counted under no name, or what led to it is forgotten. */
export interface Attribution {
  /** Events in the order of the log. */
  readonly count: (event: StoredEvent) => void;
  readonly rows: () => readonly RecommendationFigures[];
}

const MOST_ITEMS = 100_000;

export function attributeEvents({ toMs, withinMs, catalogItems }: AttributionOptions): Attribution {
  const groups = createReportGroups();
  const [shown, clicked] = [createShownItems(withinMs), createClickedItems(withinMs)];
  const { cart, purchase } = countConversions(shown, clicked);
  const steps = new Map<string, number>();
  const inTime: Readonly<Partial<Record<string, (event: StoredEvent) => void>>> = {
    view_item: ({ itemId }) => { if (itemId !== undefined) addOne(steps, itemId); },
    recommendation_show: ({ dataJson, timeMs }) => {
      const { itemIds, recommendationId, ...told } = JSON.parse(dataJson) as EventData['recommendation_show'];
      const group = groups.of(told);
      group.lists += 1;
      for (const itemId of itemIds) {
        addOne(group.shown, itemId);
        if (recommendationId !== undefined) shown.show(recommendationId, itemId, group, timeMs);
      }
    },
    recommendation_click: ({ anonymousId, dataJson, timeMs }) => {
      const { itemId, recommendationId, ...told } = JSON.parse(dataJson) as EventData['recommendation_click'];
      const group = groups.of(told);
      group.clicked += 1;
      addOne(steps, itemId);
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
    rows: () => groups.all().map((group) => figuresOf(group, steps, catalogItems)).toSorted((a, b) => b.shown - a.shown || b.clicked - a.clicked),
  };
}

function addOne(counts: Map<string, number>, itemId: string): void {
  if (counts.has(itemId) || counts.size < MOST_ITEMS) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
}
