export { createEventStore } from './create-event-store.ts';
export { rowOf } from './queued-row.ts';
export { createUnsentHead } from './unsent-head.ts';
export type { DeviceRecords, EventStore } from './event-store.ts';
export type { NewRow, QueuedRow } from './queued-row.ts';
export type { UnsentHead } from './unsent-head.ts';
