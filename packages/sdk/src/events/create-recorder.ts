import type { ConsentState, VuaEvent } from '@vua/models/contracts';
import { type CheckedEvent, checkEvent } from './check-event.ts';
import { type ShopEnvelope, checkEnvelope } from './check-envelope.ts';
import type { IdentityKeeper } from './create-identity-keeper.ts';
import { createTurns } from './create-turns.ts';
import { markItems } from './mark-items.ts';
import type { TrackResult } from './track-result.ts';

export interface RecorderDeps {
  readonly newId: () => string;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly identity: Pick<IdentityKeeper, 'at'>;
  readonly readConsent: () => ConsentState;
  /** What the shop adds, asked for at each event. */
  readonly readEnvelope: () => ShopEnvelope;
  /** `ClickedItems` as JSON, as the device keeps them. */
  readonly readClicked: () => string | null;
  /** Keeps events for sending; resolves after the commit. Must not reject. */
  readonly keep: (events: readonly VuaEvent[]) => Promise<'device' | 'page'>;
  /** Told of every valid event, whatever the consent: on this page only. */
  readonly tell: (event: VuaEvent) => void;
  /** Told when events that waited for consent were too many. */
  readonly onOverflow: (count: number) => void;
}

/** Makes events of what pages report. Its calls keep their order. */
export interface Recorder {
  /** Never rejects. */
  record(type: unknown, data: unknown): Promise<TrackResult>;
  /** The shopper agreed on this page: what waited may go. */
  release(): void;
  /** What waited is gone. */
  drop(): void;
  /** Resolves when all that was recorded so far has been handed on. */
  settled(): Promise<void>;
  /** How many wait for consent. */
  waiting(): number;
}

/** Captured at the call; who it was of comes later, from storage. */
interface Capture {
  readonly checked: Extract<CheckedEvent, { status: 'valid' }>;
  readonly stamp: Pick<VuaEvent, 'id' | 'version' | 'timeMs' | 'consent'>;
  readonly envelope: ShopEnvelope;
  readonly resolve: (result: TrackResult) => void;
}

/** More than a page brings forth while somebody reads a consent banner. */
const MOST_WAITING = 1000;

export function createRecorder(deps: RecorderDeps): Recorder {
  const { newId, now, readConsent, readEnvelope, readClicked, keep, onOverflow } = deps;
  let waiting: VuaEvent[] = [];
  const isGranted = (): boolean => readConsent().analytics === 'granted';

  const wait = (event: VuaEvent): void => {
    waiting.push(event);
    if (waiting.length <= MOST_WAITING) return;
    waiting.shift();
    onOverflow(1);
  };
  const turns = createTurns<Capture>((captures) => handOn(captures, deps, wait));

  return {
    async record(type, data) {
      const checked = checkEvent(type, data);
      if (checked.status === 'invalid') return { status: 'rejected', path: checked.path };
      const consent = readConsent();
      const { promise, resolve } = Promise.withResolvers<TrackResult>();
      turns.push({ checked: markItems(checked, readClicked(), now()), resolve, stamp: { id: newId(), version: 1, timeMs: now(), consent }, envelope: envelopeOf(readEnvelope, consent) });
      return promise;
    },
    release: () => turns.cut(async () => {
      const events = waiting;
      waiting = [];
      if (events.length > 0 && isGranted()) await keep(events);
    }),
    drop() {
      waiting = [];
      // What was captured before is still on its way here.
      turns.cut(() => { waiting = []; });
    },
    settled: () => turns.settled(),
    waiting: () => waiting.length,
  };
}

/** Completes events, and does with each what its consent allows. */
async function handOn(captures: readonly Capture[], { identity, readConsent, tell, keep }: RecorderDeps, wait: (event: VuaEvent) => void): Promise<void> {
  const granted: [Capture, VuaEvent][] = [];
  for (const capture of captures) {
    const event = await complete(capture, identity);
    tell(event);
    const [then, now] = [capture.stamp.consent.analytics, readConsent().analytics];
    if (then === 'granted' && now === 'granted') granted.push([capture, event]);
    else if (then === 'unknown' && now !== 'denied') {
      wait(event);
      capture.resolve({ status: 'memory', id: event.id, reason: 'consent-unknown' });
    } else capture.resolve({ status: 'not-kept', reason: 'denied' });
  }
  // Not waited for: the next group may be handed on while this one is committed.
  if (granted.length > 0) void keepGranted(granted, keep);
}

async function keepGranted(granted: readonly [Capture, VuaEvent][], keep: RecorderDeps['keep']): Promise<void> {
  const lasts = await keep(granted.map(([, event]) => event));
  for (const [{ resolve }, { id }] of granted) resolve(lasts === 'device' ? { status: 'committed', id } : { status: 'memory', id, reason: 'no-storage' });
}

/** The shop's customer is named only to a shop that may. What the page gets wrong is left out. */
function envelopeOf(readEnvelope: () => ShopEnvelope, { personalization }: ConsentState): ShopEnvelope {
  try {
    const { customerId, arms } = readEnvelope();
    return checkEnvelope({ arms, ...(personalization === 'granted' && { customerId }) });
  } catch {
    return {};
  }
}

async function complete({ checked: { type, data }, stamp, envelope }: Capture, identity: Pick<IdentityKeeper, 'at'>): Promise<VuaEvent> {
  const { anonymousId, sessionId } = await identity.at(stamp.timeMs, stamp.consent.analytics === 'granted');
  return { ...stamp, sessionId, anonymousId, ...envelope, type, data } as VuaEvent;
}
