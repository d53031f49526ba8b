import type { EventData, EventType, TrackerConsent } from '@vua/sdk';

/** What the SDK's script tag makes of `window.vua`; before it is there, a list of calls to make up for (docs/tracking.md). */
interface ScriptApi {
  readonly calls: { push(call: readonly unknown[]): unknown };
  /** There once the tracker is. */
  readonly consent?: TrackerConsent;
}

interface TrackedPage {
  vua?: ScriptApi;
}

export interface ShopTracker {
  /** Takes an event, now or once the tracker is there. */
  track<T extends EventType>(type: T, data: EventData[T]): void;
  /** The shopper's choices; undefined while the tracker is not there. */
  consent(): TrackerConsent | undefined;
  /** Calls once the tracker is there and has taken an event of this page. */
  onReady(listener: (consent: TrackerConsent) => void): void;
}

/** The shop's side of the script tag. Without the tag, or where a browser blocks it, nothing happens. */
export function createShopTracker(page: TrackedPage = globalThis as TrackedPage): ShopTracker {
  page.vua ??= { calls: [] };
  const call = (...made: readonly unknown[]): void => void page.vua?.calls.push(made);
  const consent = (): TrackerConsent | undefined => page.vua?.consent;
  return {
    track: (type, data) => call('track', type, data),
    consent,
    onReady(listener) {
      let isTold = false;
      call('listen', () => {
        const there = consent();
        if (isTold || there === undefined) return;
        isTold = true;
        listener(there);
      });
    },
  };
}
