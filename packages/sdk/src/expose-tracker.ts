import type { Tracker } from './create-tracker.ts';

/** What a page calls: `vua.track('add_to_cart', {...})`, `vua.consent.set({...}, 'banner-3')`. */
type ScriptApi = Pick<Tracker, 'track' | 'consent' | 'listen' | 'flush' | 'diagnose'>;

/** A call that a page made before the SDK was there: the name as it stands above, then what was given. */
type EarlyCall = readonly [name: string, ...given: unknown[]];

interface ScriptPage {
  vua?: unknown;
}

/**
 * Puts the tracker into the page as `vua`, and makes up for the calls in `vua.calls`:
 * the page may set `window.vua = { calls: [] }` and push such as `['track', 'view_item', {...}]` there before the script is loaded, and after.
 */
export function exposeTracker(tracker: Tracker, page: ScriptPage = globalThis as ScriptPage): void {
  const api: ScriptApi = {
    track: (type, data) => tracker.track(type, data),
    consent: tracker.consent,
    listen: (listener) => tracker.listen(listener),
    flush: () => tracker.flush(),
    diagnose: () => tracker.diagnose(),
  };
  const { track, listen, flush } = api;
  const methods: Readonly<Record<string, (...given: never[]) => unknown>> = { track, listen, flush, 'consent.set': (choices, textVersion) => tracker.consent.set(choices, textVersion) };
  const make = (call: unknown): void => {
    const [name, ...given] = Array.isArray(call) ? call as unknown as EarlyCall : [''];
    if (Object.hasOwn(methods, name)) methods[name]?.(...given as never[]);
    // oxlint-disable-next-line no-console -- the shop's developer has no other place to hear of it
    else console.warn(`vua.calls takes ${Object.keys(methods).join(', ')}; not`, call);
  };
  const push = (...made: unknown[]): number => {
    made.forEach(make);
    return 0;
  };
  const early = (page.vua as { calls?: unknown } | undefined)?.calls;
  page.vua = { ...api, calls: { push } };
  if (!Array.isArray(early)) return;
  early.splice(0).forEach(make);
  // Whoever kept the list goes on pushing to it.
  early.push = push;
}
