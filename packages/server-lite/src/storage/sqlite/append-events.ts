import type { DatabaseSync } from 'node:sqlite';
import { LATE_MS } from '../event-log.ts';
import { ID_BYTES, idBytesTimeMs, type EventColumns } from '../events/event-columns.ts';
import { createErasureCheck } from './erasure-check.ts';
import { eventChecksum, type EventFields } from './event-checksum.ts';
import type { EventPlaces } from './event-places.ts';
import { createTableFinder } from './event-tables.ts';
import { inTransaction } from './in-transaction.ts';
import { createLateList } from './late-list.ts';
import type { Prepare } from './prepare.ts';

const insertEvent = (table: string): string => `INSERT INTO ${table}
  (tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, arms, consent, checksum)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING`;

export interface AppendTools {
  readonly database: DatabaseSync;
  readonly prepare: Prepare;
  readonly places: EventPlaces;
}

/**
 * Adds the events that are not there yet, all in one transaction.
 * @returns the places of those whose subject was erased; they are not added.
 */
export function appendEvents({ database, prepare, places }: AppendTools, columns: EventColumns, nowMs: number): readonly number[] {
  try {
    return inTransaction(database, () => {
      const isErased = createErasureCheck(prepare);
      const tablesOf = createTableFinder(database, prepare, nowMs);
      const late = createLateList(prepare);
      const erased: number[] = [];
      for (let place = 0; place < columns.types.length; place += 1) {
        const fields = fieldsAt(columns, place);
        if (isErased(fields)) {
          erased.push(place);
          continue;
        }
        const idTimeMs = idBytesTimeMs(fields[1]);
        const tables = tablesOf(idTimeMs);
        const { changes } = prepare(insertEvent(tables.events)).run(...fields, eventChecksum(fields));
        places.note(tables, fields, idTimeMs);
        if (Number(changes) > 0 && idTimeMs < nowMs - LATE_MS) late.add(fields[0], fields[1]);
      }
      late.trim();
      return erased;
    });
  } catch (error) {
    // What was noted was rolled back.
    places.forget();
    throw error;
  }
}

function fieldsAt(columns: EventColumns, place: number): EventFields {
  return [
    columns.tenantIds[place] ?? '', columns.ids.subarray(place * ID_BYTES, (place + 1) * ID_BYTES), columns.types[place] ?? '',
    columns.anonymousIds[place] ?? '', columns.customerIds[place] ?? null, columns.sessionIds[place] ?? '', columns.itemIds[place] ?? null,
    columns.timesMs[place] ?? 0, columns.receivedMs[place] ?? 0, columns.data[place] ?? '',
    columns.arms[place] ?? null, columns.consents[place] ?? null,
  ];
}
