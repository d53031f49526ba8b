/** A device's clock that is off by less is taken as right: the way of the request takes time too. */
const TOLERANCE_MS = 5000;

/** How far the server's clock is ahead of the device's, milliseconds; 0 where the difference may be the way of the request. */
export function clockErrorMs(sentAtMs: number, receivedMs: number): number {
  const offsetMs = receivedMs - sentAtMs;
  return Math.abs(offsetMs) > TOLERANCE_MS ? offsetMs : 0;
}

/** The time of an event by the server's clock: never after its receipt, never before 1970. UTC milliseconds. */
export function correctTime(timeMs: number, errorMs: number, receivedMs: number): number {
  return Math.max(0, Math.min(receivedMs, timeMs + errorMs));
}
