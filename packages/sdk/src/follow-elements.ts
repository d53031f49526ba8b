import type { EventBody, EventData, EventType } from '@vua/models/contracts';

interface ActivityTracker {
  track<T extends EventType>(type: T, data: EventData[T]): Promise<unknown>;
}

/** Tracks what the size finders of a page tell: opened, scanned, advised, chosen. @returns how to stop. */
export function followElements(tracker: ActivityTracker, page: EventTarget | undefined = globalThis.document): () => void {
  // The tracker checks what it is given: a page may say such things as well.
  const take = (event: Event): void => {
    const { type, data } = (event as CustomEvent<EventBody | null>).detail ?? {};
    if (type !== undefined && data !== undefined) void tracker.track(type, data);
  };
  page?.addEventListener('vua-activity', take);
  return () => page?.removeEventListener('vua-activity', take);
}
