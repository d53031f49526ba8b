import { expect, it, vi } from 'vitest';
import { createMemoryErasures } from './memory-erasures.ts';
import { createSubjectService, type SubjectServiceOptions } from './subject-service.ts';
import { createMemorySubjects } from './testing/memory-subjects.ts';

const SOMEBODY = '01900000-0000-7000-8000-000000000001';
const HOUR = 3_600_000;
const never = new AbortController().signal;

function open(options: Partial<SubjectServiceOptions> = {}) {
  const [events, consents] = [createMemorySubjects('events'), createMemorySubjects('consents')];
  const clock = { nowMs: 1_800_000_000_000 };
  const repository = createMemoryErasures();
  for (const store of [events, consents]) store.keep('a', SOMEBODY, { of: SOMEBODY, in: store.name });
  events.keep('a', SOMEBODY, { more: true });
  events.keep('b', SOMEBODY, { of: 'another shop' });
  const service = createSubjectService({ stores: [events, consents], repository, now: () => clock.nowMs, ...options });
  return { service, events, consents, clock, repository };
}

it('erases from every store of this tenant at once, and proves it without a name', async () => {
  const { service, events, consents } = open();
  const proof = await service.erase('a', SOMEBODY);
  expect(proof).toMatchObject({ finishedMs: 1_800_000_000_000, stores: [{ name: 'events', status: 'erased', records: 2 }, { name: 'consents', status: 'erased', records: 1 }] });
  expect([...events.records.keys()]).toEqual([JSON.stringify(['b', SOMEBODY])]);
  expect(consents.records.size).toBe(0);
  expect(JSON.stringify(await service.findErasure('a', proof.id))).not.toContain(SOMEBODY);
});

it('a store that was away is asked until it answers, within 24 hours', async () => {
  const storeFailed = vi.fn<(name: string, error: unknown) => void>();
  const { service, events, consents, clock } = open({ storeFailed });
  consents.isAway = true;
  const proof = await service.erase('a', SOMEBODY);
  expect(proof).toMatchObject({ finishedMs: undefined, stores: [{ status: 'erased', records: 2 }, { status: 'waiting', records: 0 }] });
  expect(storeFailed).toHaveBeenCalledWith('consents', expect.any(Error));
  for (let hour = 1; hour < 24; hour += 1) {
    clock.nowMs += HOUR;
    consents.isAway = hour < 20;
    await service.finishRunning(never);
  }
  const finished = await service.findErasure('a', proof.id);
  expect(finished).toMatchObject({ stores: [{ status: 'erased', records: 2 }, { status: 'erased', records: 1 }], pendingSubject: undefined });
  expect((finished?.finishedMs ?? Infinity) - proof.requestedMs).toBe(20 * HOUR);
  expect([events.records.size, consents.records.size]).toEqual([1, 0]);
});

it('one store that is away does not hold up the others', async () => {
  const { service, events, consents } = open();
  events.isAway = true;
  await service.erase('a', SOMEBODY);
  expect(consents.records.size).toBe(0);
});

it('asking again while it runs gives the same proof, and afterwards a proof with the same hash', async () => {
  const { service, consents } = open();
  consents.isAway = true;
  const first = await service.erase('a', SOMEBODY);
  consents.isAway = false;
  const second = await service.erase('a', SOMEBODY);
  expect(second).toMatchObject({ id: first.id, stores: [{ status: 'erased', records: 2 }, { status: 'erased', records: 1 }] });
  const third = await service.erase('a', SOMEBODY);
  expect(third.id).not.toBe(first.id);
  expect(third.subjectHash).toBe(first.subjectHash);
  expect((await service.erase('b', SOMEBODY)).subjectHash).not.toBe(first.subjectHash);
});

it('leaves to the request what is under way in it', async () => {
  const { service, consents, clock } = open();
  consents.isAway = true;
  await service.erase('a', SOMEBODY);
  consents.isAway = false;
  clock.nowMs += 30_000;
  await service.finishRunning(never);
  expect(consents.records.size).toBe(1);
  clock.nowMs += 60_000;
  await service.finishRunning(never);
  expect(consents.records.size).toBe(0);
});

it('stops when it is told to', async () => {
  const { service, consents, clock } = open();
  consents.isAway = true;
  await service.erase('a', SOMEBODY);
  consents.isAway = false;
  clock.nowMs += HOUR;
  await service.finishRunning(AbortSignal.abort());
  expect(consents.records.size).toBe(1);
});

it('erases nothing when the wish cannot be noted', async () => {
  const repository = { ...createMemoryErasures(), insert: async () => Promise.reject(new Error('away')) };
  const { service, events } = open({ repository });
  await expect(service.erase('a', SOMEBODY)).rejects.toThrow('away');
  expect(events.records.size).toBe(2);
});

it('the job finishes what a crash cut short', async () => {
  const memory = createMemoryErasures();
  let crashes = true;
  const update: typeof memory.update = (record) => (crashes ? Promise.reject(new Error('killed')) : memory.update(record));
  const { service, events, clock } = open({ repository: { ...memory, update } });
  const proof = await service.erase('a', SOMEBODY);
  crashes = false;
  clock.nowMs += HOUR;
  await service.finishRunning(never);
  expect(await service.findErasure('a', proof.id)).toMatchObject({ finishedMs: clock.nowMs });
  expect(events.records.size).toBe(1);
});

it('exports what every store keeps of this tenant, or nothing when one is away', async () => {
  const { service, consents } = open();
  expect(await service.exportSubject('a', SOMEBODY)).toEqual({
    subject: SOMEBODY, exportedMs: 1_800_000_000_000,
    stores: [{ name: 'events', records: [{ of: SOMEBODY, in: 'events' }, { more: true }] }, { name: 'consents', records: [{ of: SOMEBODY, in: 'consents' }] }],
  });
  consents.isAway = true;
  await expect(service.exportSubject('a', SOMEBODY)).rejects.toThrow('consents');
});
