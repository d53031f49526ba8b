import type { VuaEvent } from '@vua/models/contracts';
import { createTracker } from './create-tracker.ts';
import { exposeTracker } from './expose-tracker.ts';
import { followBodies } from './follow-bodies.ts';
import { followElements } from './follow-elements.ts';
import { type TrackerOptions, resolveTrackerOptions } from './tracker-options.ts';

/** The module that the script tag loads beside the elements: a tracker, put into the page as `vua`. A wrong attribute is said on the console; the page goes on. */
export function startTracker(options: TrackerOptions): void {
  try {
    const tracker = createTracker(options);
    exposeTracker(tracker);
    followElements(tracker);
    const resolved = resolveTrackerOptions(options);
    followBodies(tracker.consent, resolved);
    // What happens until its code is there.
    const early: VuaEvent[] = [];
    const stop = tracker.listen((event) => early.push(event));
    void import('./follow-shopper.ts').then(({ followShopper }) => followShopper(tracker, resolved, early, stop), () => undefined);
  } catch (error) {
    // oxlint-disable-next-line no-console -- the shop's developers have nowhere else to look
    console.warn('Vừa: no tracking:', error);
  }
}
