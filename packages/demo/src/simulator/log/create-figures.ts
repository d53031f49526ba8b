import type { EventType, VuaEvent } from '@vua/models/contracts';

/** What a log looks like as a whole. Shares are 0 where there is nothing to share. */
export interface LogFigures {
  readonly events: number;
  readonly visits: number;
  /** Pseudonymous ids: one for each person's day. */
  readonly ids: number;
  readonly eventsAVisit: number;
  /** Visits with an order. */
  readonly purchaseRate: number;
  /** Pieces brought back, of the pieces ordered. */
  readonly returnRate: number;
  /** Visits in which the size finder answered. */
  readonly adviceRate: number;
  readonly types: Readonly<Partial<Record<EventType, number>>>;
}

export interface FigureCounter {
  readonly add: (event: VuaEvent) => void;
  readonly figures: () => LogFigures;
}

/** Counts a log while it is written. Holds an id for each visit. */
export function createFigures(): FigureCounter {
  const types = new Map<EventType, number>();
  const [visits, ids, buying, advised] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  let [events, pieces] = [0, 0];
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    add: (event) => {
      events += 1;
      types.set(event.type, (types.get(event.type) ?? 0) + 1);
      visits.add(event.sessionId);
      ids.add(event.anonymousId);
      if (event.type === 'size_advice') advised.add(event.sessionId);
      if (event.type !== 'purchase') return;
      buying.add(event.sessionId);
      pieces += event.data.items.length;
    },
    figures: () => ({
      events, visits: visits.size, ids: ids.size, eventsAVisit: share(events, visits.size), purchaseRate: share(buying.size, visits.size),
      returnRate: share(types.get('return_item') ?? 0, pieces), adviceRate: share(advised.size, visits.size), types: Object.fromEntries(types),
    }),
  };
}
