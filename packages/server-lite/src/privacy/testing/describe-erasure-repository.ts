import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErasureRecord, ErasureRepository } from '../erasure-repository.ts';

export interface OpenedErasures {
  readonly repository: ErasureRepository;
  readonly close: () => Promise<void>;
}

const sample = (changes: Partial<ErasureRecord> = {}): ErasureRecord => ({
  id: randomUUID(), tenantId: 'a', subjectHash: 'a'.repeat(64), requestedMs: 1_800_000_000_000, finishedMs: undefined,
  pendingSubject: '01900000-0000-7000-8000-000000000001', stores: [{ name: 'events', status: 'waiting', records: 0 }], ...changes,
});
const finished = (record: ErasureRecord): ErasureRecord =>
  ({ ...record, finishedMs: 1_800_000_001_000, pendingSubject: undefined, stores: [{ name: 'events', status: 'erased', records: 7 }] });

/** What every repository of erasures must do. */
export const describeErasureRepository = (name: string, open: () => Promise<OpenedErasures>): void => void describe(`${name} erasures`, () => {
  let opened: OpenedErasures;
  let erasures: ErasureRepository;
  beforeEach(async () => {
    opened = await open();
    erasures = opened.repository;
  });
  afterEach(() => opened.close());

  it('has one key for all', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => erasures.readKey()));
    expect(keys[0]).toHaveLength(32);
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });

  it('gives back every field, and only to its tenant', async () => {
    const record = sample();
    await erasures.insert(record);
    expect(await erasures.find('a', record.id)).toEqual(record);
    expect(await erasures.find('b', record.id)).toBeUndefined();
    expect(await erasures.find('a', randomUUID())).toBeUndefined();
  });

  it('keeps no subject once it is finished', async () => {
    const record = sample();
    await erasures.insert(record);
    await erasures.update(finished(record));
    expect(await erasures.find('a', record.id)).toEqual(finished(record));
    expect(await erasures.findRunning('a', record.subjectHash)).toBeUndefined();
  });

  it('finds the running one of a subject', async () => {
    const record = sample();
    await erasures.insert(finished(sample()));
    await erasures.insert(record);
    await erasures.insert(sample({ subjectHash: 'b'.repeat(64) }));
    expect(await erasures.findRunning('a', record.subjectHash)).toEqual(record);
    expect(await erasures.findRunning('b', record.subjectHash)).toBeUndefined();
  });

  it('lists running ones of all tenants, oldest first', async () => {
    const [late, early, young] = [sample({ requestedMs: 3000 }), sample({ requestedMs: 2000, tenantId: 'b' }), sample({ requestedMs: 4000 })];
    for (const record of [late, young, early, finished(sample({ requestedMs: 1000 }))]) await erasures.insert(record);
    expect(await erasures.listRunning(4000, 10)).toEqual([early, late]);
    expect(await erasures.listRunning(4000, 1)).toEqual([early]);
  });
});
