import type { RecordedEvent } from '@vua/models/contracts';

/** An event of the stream, or undefined where the message holds none. */
export function parseEvent(text: string): RecordedEvent | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is RecordedEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { id, type, sessionId, timeMs, data } = value as Partial<RecordedEvent>;
  return [id, type, sessionId].every((text) => typeof text === 'string') && Number.isFinite(timeMs) && typeof data === 'object' && data !== null;
}
