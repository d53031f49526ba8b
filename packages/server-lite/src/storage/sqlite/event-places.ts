import { stretchOf } from '../events/stretch.ts';
import { placeChecksum, type EventFields } from './event-checksum.ts';
import type { EventTables } from './event-tables.ts';
import type { Prepare } from './prepare.ts';

/** Writes down where to look for the events of a subject or a time; once for each stretch of ids. */
export interface EventPlaces {
  note(tables: EventTables, fields: EventFields, idTimeMs: number): void;
  /** To be called when something that was noted may be gone. */
  forget(): void;
}

type Key = string | number;

/** Most keys that are known without asking the database. */
const KNOWN_KEYS = 50_000;

export function createEventPlaces(prepare: Prepare): EventPlaces {
  const known = createKnownPlaces();
  const noteOne = (table: string, column: string, tenantId: string, key: Key, stretch: number): void => {
    if (known.has(table, tenantId, key, stretch)) return;
    prepare(`INSERT INTO ${table} (tenant_id, ${column}, stretch, checksum) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`)
      .run(tenantId, key, stretch, placeChecksum(tenantId, key, stretch));
    known.add(table, tenantId, key, stretch);
  };
  return {
    note: ({ subjects, times }, [tenantId, , , anonymousId, customerId, , , timeMs], idTimeMs) => {
      const stretch = stretchOf(idTimeMs);
      noteOne(times, 'time_stretch', tenantId, stretchOf(timeMs), stretch);
      noteOne(subjects, 'subject', tenantId, anonymousId, stretch);
      if (customerId !== null) noteOne(subjects, 'subject', tenantId, customerId, stretch);
    },
    forget: () => known.forget(),
  };
}

interface KnownPlaces {
  has(table: string, tenantId: string, key: Key, stretch: number): boolean;
  add(table: string, tenantId: string, key: Key, stretch: number): void;
  forget(): void;
}

/** The last stretch of each key: a subject seldom goes back. */
function createKnownPlaces(): KnownPlaces {
  const tables = new Map<string, Map<string, Map<Key, number>>>();
  let keys = 0;
  const forget = (): void => {
    tables.clear();
    keys = 0;
  };
  return {
    has: (table, tenantId, key, stretch) => tables.get(table)?.get(tenantId)?.get(key) === stretch,
    add: (table, tenantId, key, stretch) => {
      if (keys >= KNOWN_KEYS) forget();
      keys += 1;
      const tenants = tables.get(table) ?? new Map<string, Map<Key, number>>();
      const stretches = tenants.get(tenantId) ?? new Map<Key, number>();
      tables.set(table, tenants.set(tenantId, stretches.set(key, stretch)));
    },
    forget,
  };
}
