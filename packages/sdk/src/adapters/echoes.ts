import type { TrackCall } from './reading.ts';

// A page may take its data layer over and repeat our events to it: what came in by one way must not go out, or come in again, by the other.

/** Parameters that were repeated to GA4: `gtag` pushes them to the data layer. */
const repeated = new WeakSet<object>();
/** Events that came from the data layer, and have not been seen on their way out. */
const taken: string[] = [];
const MOST_TAKEN = 200;

/** @returns the same parameters. */
export function markRepeated<T extends object>(parameters: T): T {
  repeated.add(parameters);
  return parameters;
}

export const isRepeated = (parameters: unknown): boolean => typeof parameters === 'object' && parameters !== null && repeated.has(parameters);

export function markTaken(call: TrackCall): void {
  taken.push(textOf(call));
  if (taken.length > MOST_TAKEN) taken.shift();
}

/** Whether GA4 has had this event from the page itself. Once for each time that it was taken. */
export function forgetTaken(call: TrackCall): boolean {
  const index = taken.indexOf(textOf(call));
  if (index >= 0) taken.splice(index, 1);
  return index >= 0;
}

const textOf = ({ type, data }: TrackCall): string => JSON.stringify([type, data]);
