import { createTracker } from './create-tracker.ts';
import { exposeTracker } from './expose-tracker.ts';
import { followBodies } from './follow-bodies.ts';
import { followElements } from './follow-elements.ts';
import { followShopper } from './follow-shopper.ts';
import { type TrackerOptions, resolveTrackerOptions } from './tracker-options.ts';

/** The module that the script tag loads beside the elements: a tracker, put into the page as `vua`. A wrong attribute is said on the console; the page goes on. */
export function startTracker(options: TrackerOptions, assetsUrl?: URL): void {
  try {
    const tracker = createTracker(options);
    exposeTracker(tracker);
    followElements(tracker);
    const resolved = resolveTrackerOptions(options);
    followBodies(tracker.consent, resolved);
    followShopper(tracker, { ...resolved, assetsUrl });
  } catch (error) {
    // oxlint-disable-next-line no-console -- the shop's developers have nowhere else to look
    console.warn('Vừa: nothing is tracked:', error);
  }
}
