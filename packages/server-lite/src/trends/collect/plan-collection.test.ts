import { expect, it } from 'vitest';
import { planCollection } from './plan-collection.ts';
import type { TagProgress } from './snapshot-repository.ts';
import { FRESH_STATE, type SourceRecord, type SourceState } from './source-record.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = 1000 * HOUR_MS;

const sourceOf = (tenantId: string, tags: readonly string[], progress: readonly TagProgress[] = [], state: Partial<SourceState> = {}, source: SourceRecord['config']['source'] = 'instagram') => ({
  record: { tenantId, config: { source, baseUrl: '', sealedToken: '', accountIds: [], regions: [], tags, savedMs: 1 }, state: { ...FRESH_STATE, ...state } }, progress,
});
const planned = (...sources: Parameters<typeof planCollection>[0]): readonly string[] => planCollection(sources, NOW_MS).map(({ record, progress }) => `${record.tenantId} ${progress.tag}`);

it('goes from what was never collected to what is oldest, and takes turns between shops', () => {
  const ago = (tag: string, hours: number): TagProgress => ({ tag, sweptMs: NOW_MS - hours * HOUR_MS });
  expect(planned(sourceOf('a', ['1', '2', '3', '4'], [ago('1', 5), ago('2', 9)]), sourceOf('b', ['x', 'y', 'z'], [ago('y', 7)]))).toEqual(['b x', 'a 3', 'b z', 'a 4', 'a 2', 'b y', 'a 1']);
});

it('leaves alone what is fresh, held, paused, waiting, or not tracked any more', () => {
  const swept = (hours: number): readonly TagProgress[] => [{ tag: 't', sweptMs: NOW_MS - hours * HOUR_MS }];
  expect(planned(sourceOf('a', ['t'], swept(3.9)), sourceOf('b', ['t'], swept(4)), sourceOf('c', ['t'], swept(23), {}, 'pinterest'), sourceOf('d', ['t'], swept(24), {}, 'pinterest'))).toEqual(['d t', 'b t']);
  expect(planned(
    sourceOf('a', ['t'], [{ tag: 't', heldUntilMs: NOW_MS + 1 }]), sourceOf('b', ['t'], [], { status: 'paused', reason: 'token-revoked' }), sourceOf('c', ['t'], [], { retryMs: NOW_MS + 1 }),
    sourceOf('d', ['t'], [{ tag: 'gone' }, { tag: 't', heldUntilMs: NOW_MS }], { retryMs: NOW_MS }),
  )).toEqual(['d t']);
});

it('waits for nothing that was noted before the clock was set back', () => {
  const later = NOW_MS + 1000 * HOUR_MS;
  expect(planned(sourceOf('a', ['t'], [{ tag: 't', sweptMs: later }]), sourceOf('b', ['t'], [{ tag: 't', heldUntilMs: later }]), sourceOf('c', ['t'], [], { retryMs: later }))).toEqual(['b t', 'c t', 'a t']);
});
