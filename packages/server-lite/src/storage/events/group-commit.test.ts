import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StoredEvent } from '../event-log.ts';
import { sampleEvent } from '../testing/sample-event.ts';
import { createGroupCommit, type CommitOutcome } from './group-commit.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

interface Commit {
  readonly events: readonly StoredEvent[];
  readonly end: (outcome: CommitOutcome) => void;
  readonly fail: (error: Error) => void;
}

function createCommits() {
  const commits: Commit[] = [];
  const commit = (events: readonly StoredEvent[]): Promise<CommitOutcome> => {
    const { promise, resolve, reject } = Promise.withResolvers<CommitOutcome>();
    commits.push({ events, end: resolve, fail: reject });
    return promise;
  };
  return { commits, commit };
}

const STORED: CommitOutcome = { status: 'stored', erased: [] };
const AWAY: CommitOutcome = { status: 'unavailable', reason: 'unreachable', retryAfterMs: 1000 };
const events = (first: number, count: number): readonly StoredEvent[] => Array.from({ length: count }, (_, index) => sampleEvent(first + index));

it('commits together what comes within the linger time, and answers each call', async () => {
  const { commits, commit } = createCommits();
  const group = createGroupCommit(commit, { lingerMs: 4 });
  const calls = [group.append(events(0, 2)), group.append(events(2, 1)), group.append(events(3, 2))];
  expect(group.state()).toEqual({ queued: 5, lastCommitMs: undefined });
  await vi.advanceTimersByTimeAsync(3);
  expect(commits).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(commits.map((one) => one.events.length)).toEqual([5]);
  commits[0]?.end({ status: 'stored', erased: [1, 4] });
  const erased = (await Promise.all(calls)).map((outcome) => (outcome.status === 'stored' ? outcome.erasedIds : undefined));
  expect(erased).toEqual([[sampleEvent(1).id], [], [sampleEvent(4).id]]);
  expect(group.state().queued).toBe(0);
  expect(group.state().lastCommitMs).toBeTypeOf('number');
});

it('commits at once when enough events wait, and the rest after it', async () => {
  const { commits, commit } = createCommits();
  const group = createGroupCommit(commit, { lingerMs: 1000, batchEvents: 3 });
  const calls = [group.append(events(0, 2)), group.append(events(2, 2)), group.append(events(4, 3))];
  await vi.advanceTimersByTimeAsync(0);
  expect(commits.map((one) => one.events.length)).toEqual([4]);
  commits[0]?.end(STORED);
  await vi.advanceTimersByTimeAsync(0);
  expect(commits.map((one) => one.events.length)).toEqual([4, 3]);
  commits[1]?.end(STORED);
  expect((await Promise.all(calls)).every((outcome) => outcome.status === 'stored')).toBe(true);
});

it('refuses what is more than it may hold, by events and by characters', async () => {
  const { commit } = createCommits();
  const group = createGroupCommit(commit, { queueEvents: 3 });
  void group.append(events(0, 3));
  expect(await group.append(events(3, 1))).toMatchObject({ status: 'unavailable', reason: 'queue-full' });
  const narrow = createGroupCommit(commit, { queueCharacters: 1000 });
  expect(await narrow.append([sampleEvent(1, { dataJson: 'x'.repeat(1000) })])).toMatchObject({ reason: 'queue-full' });
  expect(await narrow.append([sampleEvent(1, { armsJson: 'x'.repeat(1000) })])).toMatchObject({ reason: 'queue-full' });
  expect(narrow.state().queued).toBe(0);
});

it('answers all who wait when the database is away, asks it again after a while, and goes on', async () => {
  const { commits, commit } = createCommits();
  const group = createGroupCommit(commit, { batchEvents: 1 });
  const first = group.append(events(0, 1));
  const second = group.append(events(1, 1));
  commits[0]?.end(AWAY);
  expect([await first, await second]).toEqual([AWAY, AWAY]);
  expect(await group.append(events(2, 1))).toEqual(AWAY);
  expect(commits).toHaveLength(1);
  expect(group.state().queued).toBe(0);
  await vi.advanceTimersByTimeAsync(500);
  const third = group.append(events(3, 1));
  commits[1]?.end(STORED);
  expect(await third).toMatchObject({ status: 'stored' });
});

it('rejects the calls of a transaction that failed for good, and no other', async () => {
  const { commits, commit } = createCommits();
  const group = createGroupCommit(commit, { batchEvents: 1 });
  const failing = group.append(events(0, 1));
  const other = group.append(events(1, 1));
  commits[0]?.fail(new Error('malformed'));
  await expect(failing).rejects.toThrow('malformed');
  commits[1]?.end(STORED);
  expect(await other).toMatchObject({ status: 'stored' });
});

it('commits what waits when it is closed, and takes nothing more', async () => {
  const { commits, commit } = createCommits();
  const group = createGroupCommit(commit, { lingerMs: 1000 });
  const waiting = group.append(events(0, 2));
  const closing = group.close();
  await expect(group.append(events(2, 1))).rejects.toThrow('closed');
  commits[0]?.end(STORED);
  await closing;
  expect(await waiting).toMatchObject({ status: 'stored' });
  await group.close();
});
