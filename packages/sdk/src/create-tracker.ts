import type { ConsentState, EventData, EventType, VuaEvent } from '@vua/models/contracts';
import { type ConsentEntry, type ConsentOutcome, type ConsentStorage, createConsentKeeper, createLocalConsentStorage } from './consent/index.ts';
import { type TrackResult, CLICKED_KEY, createIdMaker, createIdentityKeeper, createRecorder } from './events/index.ts';
import { createLossReport } from './loss-report.ts';
import { nextSession, readArrival } from './sessions/index.ts';
import { createEventStore } from './store/index.ts';
import { type LaneResult, createDelivery } from './sync/index.ts';
import { type ResolvedTrackerOptions, type TrackerOptions, resolveTrackerOptions } from './tracker-options.ts';

/** Reports what shoppers do to the shop's server, as far as they agreed. Nothing here throws or rejects into the page. */
export interface Tracker {
  /** Takes an event; resolves when it lies on the device, or cannot. */
  track<T extends EventType>(type: T, data: EventData[T]): Promise<TrackResult>;
  readonly consent: TrackerConsent;
  /** Tells of every valid event of this page, whatever the consent; for use on the device. @returns how to stop. */
  listen(listener: (event: VuaEvent) => void): () => void;
  /** Sends what waits, now. `empty`: nothing is left. */
  flush(): Promise<LaneResult>;
  diagnose(): TrackerDiagnostics;
  /** Ends it; what is committed stays for the next page. Safe to call twice. */
  close(): void;
}

/** The shopper's choices for this shop, on this device. */
export interface TrackerConsent {
  /** The choices as they count now; Global Privacy Control and Do Not Track count as denied for analytics. */
  read(): ConsentState;
  /** Takes effect at once. @param textVersion of the text that the shopper read, as the shop names it: 1-64 of `A-Z a-z 0-9 . _ -`. */
  set(choices: Partial<ConsentState>, textVersion: string): ConsentOutcome;
  /** What was chosen on this device, oldest first; at most 20 choices. */
  log(): readonly ConsentEntry[];
  /** Calls when the choices that count have changed, here or on another page of the shop. @returns how to stop. */
  onChange(listener: () => void): () => void;
}

export interface TrackerDiagnostics {
  /** Where the last event was kept. */
  readonly storage: 'unused' | 'device' | 'page';
  /** Events that wait for consent. */
  readonly waiting: number;
  /** Events that this page lost, by reason: `full` and `old` on the device, `consent-overflow` before consent, `unsendable`, or the server's code. */
  readonly lost: Readonly<Record<string, number>>;
}

/** The outside world, with the browser as default. */
export interface TrackerWorld {
  readonly fetch: typeof globalThis.fetch;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** From 0 up to 1; only spreads retries. */
  readonly random: () => number;
  readonly consentStorage: ConsentStorage;
  /** Which recommendations items were clicked in; written by `followShopper`. */
  readonly clickStorage: Pick<ConsentStorage, 'read'>;
  readonly warn: (message: string) => void;
}

/**
 * Opens no database and sends nothing before the shopper agreed.
 * @throws {TypeError} for a `siteKey`, `apiUrl` or limit that is none.
 * @example
 * const tracker = createTracker({ siteKey: 'site_demoshop', apiUrl: '/' });
 * tracker.consent.set({ analytics: 'granted' }, 'banner-3');
 * await tracker.track('size_chart_click', { itemId: 'linen-shirt' });
 */
export function createTracker(given: TrackerOptions, world: Partial<TrackerWorld> = {}): Tracker {
  const parts = openParts(resolveTrackerOptions(given), world);
  const { consent, delivery, listeners, recorder, state, loss } = parts;
  followConsent(parts);
  return {
    track: async (type, data) => (state.isClosed ? { status: 'not-kept', reason: 'closed' } : recorder.record(type, data)),
    consent: { read: () => consent.read(), log: () => consent.log(), set: (choices, textVersion) => choose(parts, choices, textVersion), onChange: (listener) => consent.onChange(() => listener()) },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush: () => delivery.flush(),
    diagnose: () => ({ storage: state.storage, waiting: recorder.waiting(), lost: loss.counts() }),
    close() {
      state.isClosed = true;
      delivery.close();
      consent.close();
    },
  };
}

interface TrackerState {
  isClosed: boolean;
  storage: TrackerDiagnostics['storage'];
  /** Of the last withdrawal: when all that was kept is deleted. */
  withdrawn: Promise<unknown>;
}

type Parts = ReturnType<typeof openParts>;

function openParts(options: ResolvedTrackerOptions, world: Partial<TrackerWorld>) {
  const { fetch = (...request) => globalThis.fetch(...request), now = () => Date.now(), random = () => Math.random(), warn = printWarning } = world;
  const { siteKey, customerId, arms, sessionTimeoutMs, maxEvents, maxAgeMs } = options;
  const { consentStorage = createLocalConsentStorage(`vua.consent.${siteKey}`), clickStorage = createLocalConsentStorage(CLICKED_KEY + siteKey) } = world;
  const newId = createIdMaker({ now });
  const loss = createLossReport(warn);
  const state: TrackerState = { isClosed: false, storage: 'unused', withdrawn: Promise.resolve() };
  const listeners = new Set<(event: VuaEvent) => void>();

  const consent = createConsentKeeper({ storage: consentStorage, now });
  const isGranted = (): boolean => consent.read().analytics === 'granted';
  const store = createEventStore({ name: `vua-events-${siteKey}`, maxEvents, maxAgeMs, now, onDrop: (counts) => loss.add(counts) });
  const rules = { timeoutMs: sessionTimeoutMs, arrival: readArrival(now(), options.campaign), newId };
  const identity = createIdentityKeeper({ newId, sessionOf: (last, nowMs) => nextSession(last, nowMs, rules), update: (change) => store.records.update('identity', change) });
  const delivery = createDelivery({
    ...options, fetch, now, random, newId, store,
    outbox: consent.outbox,
    maySend: () => !state.isClosed && isGranted(),
    beforeLeave() {
      const calm = identity.hurry();
      return recorder.settled().then(calm);
    },
    onLost: (counts) => loss.add(counts),
  });
  const recorder = createRecorder({
    newId, now, identity,
    readConsent: () => consent.read(),
    readClicked: () => clickStorage.read(),
    readEnvelope: () => ({ customerId: customerId(), arms: arms() }),
    keep: async (events) => state.storage = await delivery.keep(events),
    tell: (event) => tellAll(listeners, event, warn),
    onOverflow: (count) => loss.add({ 'consent-overflow': count }),
  });
  return { now, newId, loss, state, listeners, consent, isGranted, store, identity, delivery, recorder };
}

/** What a change of consent does to events. */
function followConsent(parts: Parts): void {
  const { consent, isGranted, identity, delivery, now, recorder, state } = parts;
  consent.onChange(({ before, after, isHere }) => {
    const [was, is] = [before.analytics === 'granted', after.analytics === 'granted'];
    if (was && !is) identity.forget();
    // Also where it is given back: should the withdrawal have failed to delete something, that shall not go now.
    if (was ? !is : is && isHere && before.analytics === 'denied') state.withdrawn = delivery.withdraw();
    if (is && isHere) {
      // Who it was until now is kept, so that the next page belongs to the same session.
      void identity.at(now(), true);
      recorder.release();
    }
    // Other pages were not asked: what waits there stays there.
    else if (is || after.analytics === 'denied') recorder.drop();
  });
  if (isGranted()) {
    delivery.resume();
    void restoreChoice(parts);
  }
  // Taken back since the last page, by the browser's signal for instance.
  else if (consent.log().some(({ choices }) => choices.analytics === 'granted')) void delivery.withdraw();
}

/** A browser that is killed within seconds loses what was written to `localStorage`, but not what was committed: a choice that is later than the one that is left counts. */
async function restoreChoice(parts: Parts): Promise<void> {
  const { consent, store } = parts;
  const noted = await store.records.update('choice', (old) => old as ConsentEntry | undefined);
  const left = consent.log().at(-1);
  if (noted && left && noted.timeMs > left.timeMs) choose(parts, noted.choices, noted.textVersion);
}

function choose({ consent, delivery, identity, isGranted, newId, now, state, store }: Parts, choices: Partial<ConsentState>, textVersion: string): ConsentOutcome {
  const wasGranted = isGranted();
  // Asked before it takes effect: a withdrawal forgets who it was.
  const who = identity.at(now(), wasGranted);
  const outcome = consent.set(choices, textVersion);
  const entry = consent.log().at(-1);
  if (outcome.status === 'rejected' || !entry) return outcome;
  // Who never agreed gets no database.
  // After the withdrawal, which deletes everything that lies there.
  if (wasGranted || isGranted()) void state.withdrawn.then(() => store.records.update('choice', () => entry));
  void who.then(({ anonymousId }) => {
    consent.outbox.add({ ...entry, id: newId(), anonymousId });
    delivery.prove();
  });
  return outcome;
}

function tellAll(listeners: ReadonlySet<(event: VuaEvent) => void>, event: VuaEvent, warn: (message: string) => void): void {
  for (const listener of listeners) {
    try {
      // A copy: what is sent is what was tracked.
      listener(structuredClone(event));
    } catch (error) {
      warn(`Vừa: a listener failed: ${String(error)}`);
    }
  }
}

function printWarning(message: string): void {
  // oxlint-disable-next-line no-console -- the shop's developers have nowhere else to look
  console.warn(message);
}
