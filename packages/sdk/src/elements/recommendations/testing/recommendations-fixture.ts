import type { ConsentState, EventBody, VuaEvent } from '@vua/models/contracts';
import type { HistoryStep } from '@vua/models/sequence';
import { followShopper } from '../../../follow-shopper.ts';
import { type MemoryEngineScript, createMemoryEngine } from '../../testing/memory-engine.ts';
import { defineRecommendations } from '../define-recommendations.ts';

/** What a test tells the page before it loads. */
export interface FixtureScript {
  readonly personalization?: 'granted' | 'denied' | 'unknown';
  readonly history?: readonly HistoryStep[];
  /** The history comes as events, and the SDK's own code keeps it and asks the shop's model. */
  readonly follows?: boolean;
  /** Whose body is kept. */
  readonly body?: MemoryEngineScript;
  readonly prevents?: boolean;
}

declare global {
  interface Window {
    vuaFixture?: FixtureScript;
    vuaTold: EventBody[];
    vuaClicks: unknown[];
    /** Chooses about personalization. */
    vuaConsent: (choice: 'granted' | 'denied') => void;
  }
}

// The page of a browser test: the real element, a tracker in memory, and the server of the test.
const { personalization = 'granted', history = [], follows = false, body, prevents = false } = window.vuaFixture ?? {};
window.vuaTold = [];
window.vuaClicks = [];
document.addEventListener('vua-activity', (event) => window.vuaTold.push((event as CustomEvent<EventBody>).detail));
document.addEventListener('vua-recommendation-click', (event) => {
  window.vuaClicks.push((event as CustomEvent<unknown>).detail);
  if (prevents) event.preventDefault();
});

let consent: ConsentState = { analytics: 'granted', personalization, statistics: 'unknown' };
const listeners = new Set<() => void>();
window.vuaConsent = (choice) => {
  consent = { ...consent, personalization: choice };
  for (const listener of listeners) listener();
};
const options = { apiUrl: new URL('/', location.href), siteKey: 'site_fixture1' };
const choices = { read: () => consent, onChange: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)) };
const id = (k: number): string => `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`;
const eventOf = ({ itemId }: HistoryStep, k: number): VuaEvent => (
  { id: id(k), version: 1, timeMs: Date.now() - (history.length - k) * 60_000, sessionId: id(1), anonymousId: id(2), consent, type: 'view_item', data: { item: { itemId } } }
);
if (follows) followShopper({ listen: () => () => undefined, consent: choices }, { ...options, fineTunes: false }, history.map(eventOf));
else Object.assign(globalThis, { [Symbol.for('vua.shopper')]: Promise.resolve({ consent: choices, history: () => Promise.resolve(history) }) });

const engine = createMemoryEngine(body ?? { meansCm: {}, sdCm: 1 });
defineRecommendations(() => ({ ...options, fetch: (...request) => globalThis.fetch(...request), openEngine: () => engine }));
