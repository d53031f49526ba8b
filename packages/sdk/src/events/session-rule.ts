/** A visit, as far as events know it. */
export interface Session {
  readonly sessionId: string;
  /** Time of its last event, UTC milliseconds. */
  readonly sessionSeenMs: number;
  /** A mark of the campaign or site that it came from; its text is kept nowhere. */
  readonly sessionSource?: number;
  /** When the last page with such a source was opened, UTC milliseconds. */
  readonly sessionArrivalMs?: number;
}

/** The session of an event at `nowMs`: the last one, or a new one. */
export type SessionRule = (last: Session | undefined, nowMs: number) => Session;
