import { openDB } from 'idb';
import type { ConsentState } from '@vua/models/contracts';
import { type Tracker, createTracker } from '../create-tracker.ts';
import type { TrackResult } from '../events/index.ts';
import type { TrackerOptions } from '../tracker-options.ts';

/** Set by tests that ask to be told what was committed. */
declare global {
  // oxlint-disable-next-line no-var -- only `var` declares a global
  var reportCommitted: ((id: string) => void) | undefined;
}

let tracker: Tracker | undefined;
const problems: string[] = [];
addEventListener('unhandledrejection', ({ reason }) => { problems.push(`unhandled: ${String(reason)}`); });
addEventListener('error', ({ message }) => { problems.push(`error: ${message}`); });
addEventListener('securitypolicyviolation', ({ violatedDirective }) => { problems.push(`policy: ${violatedDirective}`); });

const opened = (): Tracker => {
  if (!tracker) throw new Error('open the tracker first');
  return tracker;
};

/** What tests do on a page of the shop. */
export const lab = {
  /** @param granted chooses analytics at once, as a shop does whose banner was answered. */
  open(options: TrackerOptions, granted?: boolean): void {
    tracker = createTracker(options);
    if (granted === true && tracker.consent.read().analytics !== 'granted') tracker.consent.set({ analytics: 'granted' }, 'banner-1');
  },
  /** Numbered events, all in one go. @param padBytes makes each about so much larger. */
  burst: (first: number, count: number, padBytes = 0): Promise<TrackResult[]> =>
    Promise.all(Array.from({ length: count }, (_, k) => opened().track('custom', { name: 'numbered', values: { number: first + k, ...padding(padBytes) } }))),
  /** Numbered events one after the other, without an end; each is reported once it is committed. */
  async stream(first: number): Promise<void> {
    for (let number = first; ; number++) {
      const result = await opened().track('custom', { name: 'numbered', values: { number } });
      if (result.status === 'committed') globalThis.reportCommitted?.(result.id);
      else problems.push(`${number}: ${result.status}`);
      // Leaves the page some time for whoever wants to end it.
      await new Promise((resolve) => { setTimeout(resolve, 1); });
    }
  },
  track: (type: string, data: unknown): Promise<TrackResult> => opened().track(type as 'click', data as never),
  choose: (choices: Partial<ConsentState>) => opened().consent.set(choices, 'banner-1'),
  consent: () => opened().consent.read(),
  log: () => opened().consent.log(),
  flush: () => opened().flush(),
  diagnose: () => opened().diagnose(),
  close: () => opened().close(),
  problems: (): string[] => problems,
  /** How long each of `count` events took, one after the other, milliseconds. */
  async timeTracks(count: number): Promise<number[]> {
    const times: number[] = [];
    for (let k = 0; k < count; k++) {
      const start = performance.now();
      await opened().track('view_item', { item: { itemId: `shirt-${k}`, size: 'M', colour: 'blue', category: 'shirts', price: { amountMinor: 450_000, currency: 'VND' } } });
      times.push(performance.now() - start);
    }
    return times;
  },
  timeBareCommits,
  /** Main-thread tasks above 50 ms that began after `sinceMs` of the page's time, milliseconds. */
  async longTasks(sinceMs: number): Promise<number[]> {
    // The browser tells of them a moment later.
    await new Promise((resolve) => { requestIdleCallback(() => setTimeout(resolve, 100)); });
    return longTasks.filter(({ startTime }) => startTime >= sinceMs).map(({ duration }) => duration);
  },
  nowMs: (): number => performance.now(),
};
Object.assign(globalThis, { lab });

const longTasks: PerformanceEntry[] = [];
new PerformanceObserver((list) => { longTasks.push(...list.getEntries()); }).observe({ type: 'longtask', buffered: true });

/** The same without a tracker: one row of like size a transaction, in an empty database. */
async function timeBareCommits(count: number): Promise<number[]> {
  const times: number[] = [];
  const connection = await openDB('bare', 1, { upgrade: (opened) => void opened.createObjectStore('rows', { autoIncrement: true }) });
  for (let k = 0; k < count; k++) {
    const start = performance.now();
    const transaction = connection.transaction('rows', 'readwrite', { durability: 'relaxed' });
    await Promise.all([transaction.store.add({ body: 'x'.repeat(600) }), transaction.done]);
    times.push(performance.now() - start);
  }
  connection.close();
  return times;
}

/** A custom event takes 200 characters a value. */
function padding(bytes: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: Math.ceil(bytes / 200) }, (_, k) => [`pad${k}`, 'x'.repeat(190)]));
}
