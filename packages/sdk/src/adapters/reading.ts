import type { EventData, EventType } from '@vua/models/contracts';

/** An event as another tool told it, in our terms. `skipped`: how many of its values were left out because they were not usable. */
export type Reading =
  | { readonly status: 'event'; readonly call: TrackCall; readonly skipped: number }
  /** Nothing that we count. */
  | { readonly status: 'ignored' }
  /** One of ours, but without what it needs. */
  | { readonly status: 'unusable' };

/** Arguments of `track`. */
export type TrackCall = { readonly [T in EventType]: { readonly type: T; readonly data: EventData[T] } }[EventType];

/** A tracker's `track`, as far as adapters need it. */
export type Track = <T extends EventType>(type: T, data: EventData[T]) => unknown;

/** What an adapter did on this page. */
export interface TakenCounts {
  /** Handed to `track`. */
  readonly taken: number;
  /** Not about shopping. */
  readonly ignored: number;
  /** Values, items and whole events that were not usable. */
  readonly skipped: number;
}

/** A running adapter. */
export interface Adapter {
  /** To find out why events are missing. */
  counts(): TakenCounts;
  /** Ends it; the page goes on as before. Safe to call twice. */
  close(): void;
}
