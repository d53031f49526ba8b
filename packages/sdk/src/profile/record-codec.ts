import { checkRecord } from './check-record.ts';
import type { ProfileRecord } from './profile-record.ts';

/** Makes of an older version's JSON the next one's. */
export type RecordMigration = (older: unknown) => unknown;

/** Item 0 leads from version 1 to 2, item 1 from 2 to 3. Only append: records of every version lie on devices. */
const MIGRATIONS: readonly RecordMigration[] = [];

/** Version of what {@link encodeRecord} writes. */
export const RECORD_VERSION = 1 + MIGRATIONS.length;

/** Every record fills whole blocks, so that its length does not tell how it was measured. */
const BLOCK_BYTES = 8192;

/** JSON in UTF-8, padded with spaces. */
export function encodeRecord(record: ProfileRecord): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(record));
  const padded = new Uint8Array(Math.ceil(json.length / BLOCK_BYTES) * BLOCK_BYTES).fill(0x20);
  padded.set(json);
  return padded;
}

/** The record in `bytes` of `version`, or undefined when there is none. */
export function decodeRecord(bytes: BufferSource, version: number, migrations: readonly RecordMigration[] = MIGRATIONS): ProfileRecord | undefined {
  try {
    const given: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return checkRecord(migrations.slice(version - 1).reduce((older, migrate) => migrate(older), given));
  } catch {
    return undefined;
  }
}
