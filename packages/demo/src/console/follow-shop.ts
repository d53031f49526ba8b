import type { LivePage } from './console-state.ts';
import { createTally } from './create-tally.ts';
import type { ConsoleApi } from './feed/console-api.ts';
import { startEventFeed } from './feed/start-event-feed.ts';
import type { Place } from './place.ts';
import { startOfDay } from './start-of-day.ts';
import { OPENING_TRENDS } from './trends/trends-state.ts';

export interface FollowDeps {
  readonly api: ConsoleApi;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onChange: (change: Partial<LivePage>) => void;
}

export interface ShopFollower {
  /** Asks for the panels again. */
  refresh(): void;
  stop(): void;
}

const REFRESH_MS = 15_000;
const TICK_MS = 5000;

/** A live page as it opens. */
export const openLivePage = (nowMs: number, place: Place): LivePage => ({
  name: 'live', place, trends: OPENING_TRENDS, connection: { status: 'connecting' }, tally: createTally(startOfDay).snapshot(nowMs), isDayComplete: undefined,
  quarantine: { status: 'loading' }, sizeCurve: { status: 'loading' }, curveAt: 0,
});

/** Keeps a live page up to date: events as they come, the panels every quarter of a minute. */
export function followShop({ api, now, onChange }: FollowDeps): ShopFollower {
  const tally = createTally(startOfDay);
  const stop = new AbortController();
  const showTally = (): void => onChange({ tally: tally.snapshot(now()) });
  const show = latestFrameOnly(showTally, stop.signal);
  const refresh = (): void => {
    void api.readQuarantine(stop.signal).then((quarantine) => stop.signal.aborted || onChange({ quarantine }));
    void api.readSizeCurve(stop.signal).then((sizeCurve) => stop.signal.aborted || onChange({ sizeCurve }));
  };
  const stopFeed = startEventFeed({
    api, now, dayStartMs: () => startOfDay(now()),
    onEvents: (events) => { tally.add(events); show(); },
    onConnection: (connection) => stop.signal.aborted || onChange({ connection }),
    onDay: (isDayComplete) => stop.signal.aborted || onChange({ isDayComplete, tally: tally.snapshot(now()) }),
  });
  refresh();
  const timers = [setInterval(refresh, REFRESH_MS), setInterval(showTally, TICK_MS)];
  return {
    refresh,
    stop() {
      stop.abort();
      stopFeed();
      timers.forEach(clearInterval);
    },
  };
}

/** However many events come, the page is drawn once a frame. */
function latestFrameOnly(draw: () => void, signal: AbortSignal): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (!signal.aborted) draw();
    });
  };
}
