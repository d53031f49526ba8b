import type { ShownFigures } from './judge-canary.ts';

/** An event as far as it tells of recommendations. */
export interface ShownEvent {
  readonly type: string;
  /** `data`, as JSON. */
  readonly dataJson: string;
}

interface Tally {
  readonly lists: (readonly string[])[];
  shows: number;
  clicks: number;
}

/** More are counted, and not compared item by item. */
const MOST_LISTS = 5000;

export interface ShownCount {
  add(events: readonly ShownEvent[]): void;
  /** Of the version, and of the one beside it, over as many lists of each. */
  figures(): { readonly canary: ShownFigures; readonly live: ShownFigures };
}

/** Counts what was shown of two versions, and clicked, from the first list of the canary on: what the live one did before was another time. */
export function countShown(canaryVersion: string, liveVersion: string): ShownCount {
  const [canary, live]: readonly [Tally, Tally] = [{ lists: [], shows: 0, clicks: 0 }, { lists: [], shows: 0, clicks: 0 }];
  const tallies = new Map([[canaryVersion, canary], [liveVersion, live]]);
  const count = ({ type, dataJson }: ShownEvent): void => {
    if (type !== 'recommendation_show' && type !== 'recommendation_click') return;
    const { modelVersion, itemIds } = JSON.parse(dataJson) as { readonly modelVersion?: string; readonly itemIds?: readonly string[] };
    const tally = tallies.get(modelVersion ?? '');
    if (tally === undefined || (tally === live && canary.shows === 0)) return;
    if (type === 'recommendation_click') tally.clicks += 1;
    else {
      tally.shows += 1;
      if (tally.lists.length < MOST_LISTS) tally.lists.push(itemIds ?? []);
    }
  };
  return {
    add: (events) => events.forEach(count),
    figures: () => {
      const lists = Math.min(canary.lists.length, live.lists.length);
      return { canary: figuresOf(canary, lists), live: figuresOf(live, lists) };
    },
  };
}

function figuresOf({ shows, clicks, lists }: Tally, compared: number): ShownFigures {
  const times = new Map<string, number>();
  for (const item of lists.slice(0, compared).flat()) times.set(item, (times.get(item) ?? 0) + 1);
  return { shows, clicks: Math.min(clicks, shows), items: times.size, gini: giniOf([...times.values()]) };
}

function giniOf(times: readonly number[]): number {
  const sum = times.reduce((all, count) => all + count, 0);
  const weighted = times.toSorted((one, other) => one - other).reduce((all, count, place) => all + (2 * (place + 1) - times.length - 1) * count, 0);
  return sum === 0 ? 0 : weighted / (times.length * sum);
}
