import type { ConsentState, EventBody } from '@vua/models/contracts';
import type { HistoryStep } from '@vua/models/sequence';
import { type MemoryEngineScript, createMemoryEngine } from '../../testing/memory-engine.ts';
import { defineRecommendations } from '../define-recommendations.ts';

/** What a test tells the page before it loads. */
export interface FixtureScript {
  readonly personalization?: 'granted' | 'denied' | 'unknown';
  readonly history?: readonly HistoryStep[];
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
const { personalization = 'granted', history = [], body, prevents = false } = window.vuaFixture ?? {};
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
Object.assign(globalThis, {
  [Symbol.for('vua.shopper')]: Promise.resolve({
    consent: { read: () => consent, onChange: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)) },
    history: () => Promise.resolve(history),
  }),
});

const engine = createMemoryEngine(body ?? { meansCm: {}, sdCm: 1 });
defineRecommendations(() => ({ apiUrl: new URL('/', location.href), siteKey: 'site_fixture1', fetch: (...request) => globalThis.fetch(...request), openEngine: () => engine }));
