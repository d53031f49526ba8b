/** One thing that a process did to a file; see power-cut-shim.c. */
export type DiskRecord =
  | { readonly type: 'write'; readonly path: string; readonly offset: number; readonly data: Uint8Array }
  | { readonly type: 'truncate'; readonly path: string; readonly length: number }
  | { readonly type: 'sync'; readonly path: string }
  | { readonly type: 'unlink'; readonly path: string };

const TYPES = ['', 'write', 'sync', 'truncate', 'unlink'] as const;
const HEADER_BYTES = 24;

/** Reads the records of the shim; a last one that was cut off is left out. */
export function parseDiskLog(bytes: Buffer): readonly DiskRecord[] {
  const records: DiskRecord[] = [];
  let at = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    const type = TYPES[bytes.readUInt32LE(at)];
    const [offset, length] = [Number(bytes.readBigUInt64LE(at + 8)), Number(bytes.readBigUInt64LE(at + 16))];
    const pathEnd = at + HEADER_BYTES + bytes.readUInt32LE(at + 4);
    const path = bytes.toString('utf8', at + HEADER_BYTES, pathEnd);
    at = pathEnd + (type === 'write' ? length : 0);
    if (at > bytes.length) break;
    if (type === 'write') records.push({ type, path, offset, data: bytes.subarray(pathEnd, at) });
    else if (type === 'truncate') records.push({ type, path, length: offset });
    else if (type === 'sync' || type === 'unlink') records.push({ type, path });
  }
  return records;
}

type Change = Extract<DiskRecord, { type: 'write' | 'truncate' }>;

/**
 * The files as they may lie on the disk after the power went: all that was synced, and of what was not, some sectors of 512 bytes.
 * @param random uniform in [0, 1).
 */
export function filesAfterPowerCut(records: readonly DiskRecord[], random: () => number): ReadonlyMap<string, Buffer> {
  const synced = new Map<string, Buffer>();
  const pending = new Map<string, Change[]>();
  for (const record of records) {
    if (record.type === 'sync') settle(synced, pending, record.path, () => true);
    else if (record.type === 'unlink') for (const files of [synced, pending]) files.delete(record.path);
    else if (pending.get(record.path)?.push(record) === undefined) pending.set(record.path, [record]);
  }
  for (const path of pending.keys()) settle(synced, pending, path, () => random() < 0.5);
  return synced;
}

function settle(synced: Map<string, Buffer>, pending: Map<string, Change[]>, path: string, isKept: () => boolean): void {
  let file = synced.get(path) ?? Buffer.alloc(0);
  for (const change of pending.get(path) ?? []) file = change.type === 'write' ? writeSectors(file, change, isKept) : isKept() ? resize(file, change.length) : file;
  synced.set(path, file);
  pending.set(path, []);
}

const SECTOR_BYTES = 512;

function writeSectors(file: Buffer, { offset, data }: { readonly offset: number; readonly data: Uint8Array }, isKept: () => boolean): Buffer {
  let result = file;
  for (let start = 0; start < data.length; start += SECTOR_BYTES) {
    if (!isKept()) continue;
    const sector = data.subarray(start, start + SECTOR_BYTES);
    const end = offset + start + sector.length;
    if (end > result.length) result = resize(result, end);
    result.set(sector, offset + start);
  }
  return result;
}

function resize(file: Buffer, length: number): Buffer {
  if (length <= file.length) return file.subarray(0, length);
  // Room to grow, so that a log of many small writes is not copied at each.
  const capacity = file.buffer.byteLength - file.byteOffset;
  if (length <= capacity) return Buffer.from(file.buffer, file.byteOffset, length).fill(0, file.length);
  const grown = Buffer.from(new ArrayBuffer(length * 2), 0, length);
  grown.set(file);
  return grown;
}
