import type { RecordedEvent, VuaEvent } from '@vua/models/contracts';

/** A line of the server's export, `GET /v1/events/export?format=ndjson`. @param receivedMs UTC milliseconds, not before the event */
export function toRecordedLine({ id, type, timeMs, sessionId, anonymousId, customerId, consent, arms, data }: VuaEvent, receivedMs: number): string {
  const recorded: RecordedEvent = { id, type, timeMs, receivedMs, sessionId, anonymousId, customerId, itemId: itemIdOf(data), consent, arms, data };
  return `${JSON.stringify(recorded)}\n`;
}

function itemIdOf(data: VuaEvent['data']): string | undefined {
  if ('itemId' in data) return data.itemId;
  if ('item' in data) return data.item.itemId;
  if ('items' in data) return data.items[0]?.itemId;
  return 'itemIds' in data ? data.itemIds[0] : undefined;
}
