import type { TrackResult } from '../events/index.ts';
import { type Adapter, fromDataLayer, toGtag } from '../adapters/index.ts';
import { createTracker } from '../create-tracker.ts';
import { type KeptSequence, type Moment, keepSequence } from '../sessions/index.ts';

/** Google's snippet, and a shop that reports to it before Vừa is there. */
const dataLayer: unknown[] = [];
function gtag(..._given: unknown[]): void {
  // oxlint-disable-next-line prefer-rest-params -- as Google's snippet does
  dataLayer.push(arguments);
}
gtag('js', new Date());
gtag('event', 'view_item', { currency: 'VND', items: [{ item_id: 'ao-linen', item_variant: 'Trắng / M', price: 490_000 }] });

let adapter: Adapter | undefined;
let sequence: KeptSequence | undefined;
let track: ((term: string) => Promise<TrackResult>) | undefined;
const problems: string[] = [];
addEventListener('unhandledrejection', ({ reason }) => { problems.push(`unhandled: ${String(reason)}`); });
addEventListener('error', ({ message }) => { problems.push(`error: ${message}`); });

/** What tests do on such a page. */
export const lab = {
  /** @param isAsked the shopper has agreed already, or agrees now. */
  open(siteKey: string, apiUrl: string, isAsked: boolean): void {
    const tracker = createTracker({ siteKey, apiUrl, maxWaitMs: 200 });
    if (isAsked && tracker.consent.read().analytics !== 'granted') tracker.consent.set({ analytics: 'granted' }, 'banner-1');
    tracker.listen((event) => void toGtag(gtag, event));
    sequence = keepSequence(tracker, { siteKey });
    adapter = fromDataLayer(dataLayer, (type, data) => tracker.track(type, data));
    track = (term) => tracker.track('search', { term });
    lab.choose = (choice) => void tracker.consent.set({ analytics: choice }, 'banner-1');
  },
  choose: (_choice: 'granted' | 'denied'): void => undefined,
  /** As the shop's own code does. */
  push: (entry: unknown): number => dataLayer.push(entry),
  gtag: (name: string, parameters: unknown): void => gtag('event', name, parameters),
  search: (term: string): Promise<TrackResult> | undefined => track?.(term),
  layer: (): unknown[] => dataLayer.map((entry) => JSON.parse(JSON.stringify(entry)) as unknown),
  counts: () => adapter?.counts(),
  steps: async (): Promise<readonly Moment[]> => await sequence?.read() ?? [],
  problems: (): string[] => problems,
};
Object.assign(globalThis, { lab });
