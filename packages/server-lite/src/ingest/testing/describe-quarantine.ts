import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuarantineRepository, RejectedEvent } from '../quarantine-repository.ts';
import { sampleId } from './sample-events.ts';

export interface OpenedQuarantine {
  readonly quarantine: QuarantineRepository;
  readonly close: () => Promise<void>;
}

const LIMIT = 3;

const sample = (changes: Partial<RejectedEvent> = {}): RejectedEvent => ({
  tenantId: 'shop', id: sampleId(), receivedMs: 1000, code: 'invalid-event', path: '/data', eventId: 'e1',
  anonymousId: undefined, customerId: undefined, body: '{"a":"\'; DROP TABLE quarantine; --"}', ...changes,
});

/** What every quarantine must do; `open` makes one that keeps {@link LIMIT} records a tenant. */
export const describeQuarantine = (name: string, open: (limit: number) => Promise<OpenedQuarantine>): void => void describe(`${name} quarantine`, () => {
  let opened: OpenedQuarantine;
  beforeAll(async () => { opened = await open(LIMIT); });
  afterAll(() => opened.close());
  const ids = async (tenantId: string): Promise<readonly string[]> => (await opened.quarantine.read({ tenantId, limit: 100 })).map(({ id }) => id);

  it('gives back every field', async () => {
    const [full, bare] = [sample({ tenantId: 'a', anonymousId: 'x', customerId: 'y' }), sample({ tenantId: 'a', path: undefined, eventId: undefined, body: undefined })];
    await opened.quarantine.add([full, bare]);
    expect(await opened.quarantine.read({ tenantId: 'a', limit: 100 })).toEqual([bare, full]);
  });

  it('keeps the newest of each tenant', async () => {
    const rows = Array.from({ length: 5 }, () => sample({ tenantId: 'b' }));
    await opened.quarantine.add(rows.slice(0, 2));
    await opened.quarantine.add([...rows.slice(2), sample({ tenantId: 'c' })]);
    expect(await ids('b')).toEqual(rows.slice(2).map(({ id }) => id).toReversed());
    expect(await ids('c')).toHaveLength(1);
  });

  it('gives pages, newest first', async () => {
    const rows = Array.from({ length: 3 }, () => sample({ tenantId: 'd' }));
    await opened.quarantine.add(rows);
    const first = await opened.quarantine.read({ tenantId: 'd', limit: 2 });
    expect(first).toEqual([rows[2], rows[1]]);
    expect(await opened.quarantine.read({ tenantId: 'd', limit: 2, beforeId: first.at(-1)?.id })).toEqual([rows[0]]);
  });

  it('forgets a subject wherever it stands, and nobody else', async () => {
    const subject = '019aa0c0-0000-7000-8000-00000000000a';
    const rows = [sample({ tenantId: 'e', anonymousId: subject }), sample({ tenantId: 'e', body: `{"who":"${subject}"}` }), sample({ tenantId: 'e', body: '{"who":"100%_"}' })];
    await opened.quarantine.add(rows);
    await opened.quarantine.add([sample({ tenantId: 'f', customerId: subject })]);
    expect(await opened.quarantine.exportSubject('e', subject)).toEqual([rows[1], rows[0]]);
    expect(await opened.quarantine.eraseSubject('e', subject)).toBe(2);
    expect(await opened.quarantine.eraseSubject('e', '%')).toBe(1);
    expect(await ids('e')).toEqual([]);
    expect(await ids('f')).toHaveLength(1);
  });

  it('drops what is old', async () => {
    await opened.quarantine.dropBefore(Number.MAX_SAFE_INTEGER);
    const [old, young] = [sample({ tenantId: 'g', receivedMs: 999 }), sample({ tenantId: 'g' })];
    await opened.quarantine.add([old, young]);
    expect(await opened.quarantine.dropBefore(1000)).toBe(1);
    expect(await ids('g')).toEqual([young.id]);
  });
});
