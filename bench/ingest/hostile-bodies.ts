import { gzipSync } from 'node:zlib';

/** A body that costs its sender little and a careless server much. */
export interface HostileBody {
  readonly name: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** With which it must be refused. */
  readonly status: 400 | 413;
}

const LIMIT_BYTES = 1_000_000;
const KEYS = 100_000;
const KEYS_OF_OBJECT = 20;
const OBJECTS = 4500;
/** Most keys that are read at all are some fewer than 40,000. */
const READ_OBJECTS = 1990;
const PACKED = { 'content-encoding': 'gzip' };

const members = (from: number, count: number): string => Array.from({ length: count }, (_, number) => `"${(from + number).toString(36)}":0`).join(',');

/** Of fault test 25. */
export function makeHostileBodies(): readonly HostileBody[] {
  const objects = Array.from({ length: OBJECTS }, (_, place) => `{${members(place * KEYS_OF_OBJECT, KEYS_OF_OBJECT)}}`);
  const batchOf = (count: number): Buffer => Buffer.from(`{"sentAtMs":1,"events":[${objects.slice(0, count).join(',')}]}`);
  const packedMegabyte = gzipSync(Buffer.alloc(1_000_000));
  return [
    { name: 'oversize', status: 413, headers: {}, bytes: Buffer.alloc(LIMIT_BYTES + 1, ' ') },
    { name: 'deep', status: 400, headers: {}, bytes: Buffer.from('['.repeat(LIMIT_BYTES / 2) + ']'.repeat(LIMIT_BYTES / 2)) },
    // Members of a gzip file may follow each other: 950 packed megabytes of nothing are less than a megabyte.
    { name: 'bomb', status: 413, headers: PACKED, bytes: Buffer.concat(Array.from({ length: 950 }, () => packedMegabyte)) },
    { name: 'keys', status: 400, headers: {}, bytes: Buffer.from(`{${members(0, KEYS)}}`) },
    { name: 'spread keys', status: 413, headers: {}, bytes: batchOf(OBJECTS) },
    // Nothing but reading it tells that it is wrong: the most that a body can cost.
    { name: 'fewer keys', status: 400, headers: {}, bytes: batchOf(READ_OBJECTS) },
  ];
}
