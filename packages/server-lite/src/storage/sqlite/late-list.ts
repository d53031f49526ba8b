import { LATE_KEPT } from '../event-log.ts';
import type { Prepare } from './prepare.ts';

/** Lists the events that came late, for one transaction. */
export interface LateList {
  add(tenantId: string, id: Uint8Array): void;
  /** To be called last: the oldest go where there are too many. */
  trim(): void;
}

export function createLateList(prepare: Prepare): LateList {
  let lastPlace: number | undefined;
  return {
    add: (tenantId, id) => { lastPlace = Number(prepare('INSERT INTO late_events (tenant_id, id) VALUES (?, ?)').run(tenantId, id).lastInsertRowid); },
    trim: () => { if (lastPlace !== undefined) prepare('DELETE FROM late_events WHERE place <= ?').run(lastPlace - LATE_KEPT); },
  };
}
