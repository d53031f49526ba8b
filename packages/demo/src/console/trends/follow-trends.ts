import { readLists } from './read-lists.ts';
import { readTag } from './read-tag.ts';
import type { TrendsApi } from './trends-api.ts';
import { CALLS, type ChosenTag, type HorizonWeeks, OPENING_TRENDS, type TrendLists, type TrendsState } from './trends-state.ts';

export interface FollowTrendsDeps {
  readonly api: TrendsApi;
  readonly onChange: (change: Partial<TrendsState>) => void;
}

export interface TrendsFollower {
  /** Shows a tag; without one the first of the lists. */
  choose(tag: string | undefined): void;
  lookAhead(horizonWeeks: HorizonWeeks): void;
  /** Asks for everything again. */
  refresh(): void;
  stop(): void;
}

/** The server answers anew once a week changes; its watch runs hourly. */
const REFRESH_MS = 5 * 60_000;

/** Keeps what is known of trends up to date. */
export function followTrends({ api, onChange }: FollowTrendsDeps): TrendsFollower {
  const stop = new AbortController();
  let asking = new AbortController();
  let lists: TrendLists | undefined;
  let { horizonWeeks } = OPENING_TRENDS;
  /** Undefined: whichever is the first. */
  let wanted: string | undefined;
  let shown: ChosenTag | undefined;

  const show = (chosen: ChosenTag): void => {
    shown = chosen;
    onChange({ chosen });
  };
  /** What was asked before is not waited for. */
  const ask = async (): Promise<void> => {
    const tag = wanted ?? firstOf(lists);
    if (tag === undefined) return;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (shown?.tag !== tag || shown.reading.status !== 'read') show({ tag, reading: { status: 'loading' } });
    const reading = await readTag(api, { tag, horizonWeeks }, signal);
    if (!signal.aborted && !stop.signal.aborted) show({ tag, reading });
  };
  const refresh = (): void => {
    void readLists(api, stop.signal).then((reading) => {
      if (stop.signal.aborted) return;
      if (reading.status === 'read') lists = reading.value;
      onChange({ lists: reading });
      if (wanted === undefined) void ask();
    });
    if (wanted !== undefined) void ask();
    void api.readAccuracy(stop.signal).then((accuracy) => stop.signal.aborted || onChange({ accuracy }));
    void api.readCollectors(stop.signal).then((collectors) => stop.signal.aborted || onChange({ collectors: collectors.status === 'read' ? { status: 'read', value: collectors.value.sources } : collectors }));
  };
  // Words change with the server's version only.
  void api.readAttributes(stop.signal).then((reading) => {
    if (!stop.signal.aborted && reading.status === 'read') onChange({ attributes: new Map(reading.value.attributes.map((one) => [one.id, one])) });
  });
  refresh();
  const timer = setInterval(refresh, REFRESH_MS);
  return {
    choose(tag) {
      wanted = tag;
      void ask();
    },
    lookAhead(weeks) {
      horizonWeeks = weeks;
      onChange({ horizonWeeks });
      void ask();
    },
    refresh,
    stop() {
      stop.abort();
      asking.abort();
      clearInterval(timer);
    },
  };
}

function firstOf(lists: TrendLists | undefined): string | undefined {
  return CALLS.map((called) => lists?.lines[called][0]?.tag).find((tag) => tag !== undefined);
}
