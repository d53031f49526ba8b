import type { ShownFigures } from './judge-shown.ts';

/** An event as far as it tells of recommendations. */
export interface ShownEvent {
  readonly anonymousId: string;
  readonly type: string;
  /** `data`, as JSON. */
  readonly dataJson: string;
}

interface Tally {
  lists: (readonly string[])[];
  shows: number;
  clicks: number;
}

/** More are counted, and not compared item by item. */
const MOST_LISTS = 5000;
/** Lists of a version that one pseudonymous id counts with, and clicks as well: a single visitor decides nothing. */
const MOST_OF_ONE = 10;
/** Of how many ids it is known; those that come later count nothing. */
const MOST_SHOPPERS = 200_000;

export interface ShownCount {
  /** @param only counts this version's alone */
  add(events: readonly ShownEvent[], only?: string): void;
  /** Of the version that is tried, and of the other, over as many lists of each. */
  figures(): { readonly tried: ShownFigures; readonly other: ShownFigures };
}

const emptyTally = (): Tally => ({ lists: [], shows: 0, clicks: 0 });

/** Counts what was shown of two versions, and clicked. @param together whether of the other only what came after the first list of the one that is tried counts: what it did before was another time */
export function countShown(triedVersion: string, otherVersion: string, together: boolean): ShownCount {
  const [tried, other] = [emptyTally(), emptyTally()];
  const tallies = new Map([[triedVersion, tried], [otherVersion, other]]);
  const mayCount = createQuota();
  const count = ({ anonymousId, type, dataJson }: ShownEvent, only: string | undefined): void => {
    if (type !== 'recommendation_show' && type !== 'recommendation_click') return;
    const { modelVersion, itemIds } = JSON.parse(dataJson) as { readonly modelVersion?: string; readonly itemIds?: readonly string[] };
    const tally = tallies.get(modelVersion ?? '');
    if (tally === undefined || (only !== undefined && only !== modelVersion)) return;
    if (!mayCount(`${anonymousId}\n${type}\n${String(modelVersion)}`)) return;
    if (type === 'recommendation_click') tally.clicks += 1;
    else {
      if (together && tally === tried && tried.shows === 0) Object.assign(other, emptyTally());
      tally.shows += 1;
      if (tally.lists.length < MOST_LISTS) tally.lists.push(itemIds ?? []);
    }
  };
  return {
    add: (events, only) => events.forEach((event) => count(event, only)),
    figures: () => {
      const lists = Math.min(tried.lists.length, other.lists.length);
      return { tried: figuresOf(tried, lists), other: figuresOf(other, lists) };
    },
  };
}

/** Whether somebody has not had all of what counts yet. */
function createQuota(): (who: string) => boolean {
  const used = new Map<string, number>();
  return (who) => {
    const before = used.get(who) ?? 0;
    if (before >= MOST_OF_ONE || (before === 0 && used.size >= MOST_SHOPPERS)) return false;
    used.set(who, before + 1);
    return true;
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
