import type { ModelStatus } from '@vua/models/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MODEL_STATUS_NEXT, mayBecome } from './model-status.ts';
import { planSwitch, type SwitchRequest } from './plan-switch.ts';

type Placed = readonly [version: string, status: ModelStatus, activatedAtMs?: number, trialSinceMs?: number];

const placed = (versions: readonly Placed[]) => versions.map(([version, status, activatedAtMs, trialSinceMs]) => ({ version, status, ...(activatedAtMs !== undefined && { activatedAtMs }), ...(trialSinceMs !== undefined && { trialSinceMs }) }));

const LIVE: readonly Placed[] = [['a', 'active', 30], ['b', 'retired', 10], ['c', 'retired', 20], ['d', 'candidate'], ['e', 'rejected'], ['f', 'canary']];
const QUIET = LIVE.filter(([version]) => version !== 'f');
/** A canary and an active version on trial. */
const TRIED: readonly Placed[] = [['a', 'active', 30, 30], ['b', 'retired', 10], ['c', 'retired', 20], ['d', 'candidate'], ['f', 'canary', undefined, 40]];

it.each<readonly [string, readonly Placed[], SwitchRequest, unknown]>([
  ['the first version', [['d', 'candidate']], { type: 'activate', version: 'd' }, { d: 'active' }],
  ['a candidate', QUIET, { type: 'activate', version: 'd' }, { d: 'active', a: 'retired' }],
  ['a canary', LIVE, { type: 'activate', version: 'f' }, { f: 'active', a: 'retired' }],
  ['an old version', QUIET, { type: 'activate', version: 'b' }, { b: 'active', a: 'retired' }],
  ['a rejected one, by hand', QUIET, { type: 'activate', version: 'e' }, { e: 'active', a: 'retired' }],
  ['the active one again', LIVE, { type: 'activate', version: 'a' }, {}],
  ['a candidate in the place of the one it is for', QUIET, { type: 'activate', version: 'd', inPlaceOf: 'a' }, { d: 'active', a: 'retired' }],
  ['no candidate in the place of another', QUIET, { type: 'activate', version: 'd', inPlaceOf: 'c' }, 'other-active'],
  ['no candidate for a place that is empty', [['d', 'candidate']], { type: 'activate', version: 'd', inPlaceOf: 'c' }, 'other-active'],
  ['a candidate where none is to be active', [['d', 'candidate']], { type: 'activate', version: 'd', inPlaceOf: null }, { d: 'active' }],
  ['no candidate where none was to be active and one is', QUIET, { type: 'activate', version: 'd', inPlaceOf: null }, 'other-active'],
  ['an unknown one', LIVE, { type: 'activate', version: 'z' }, 'unknown-version'],
  ['a candidate as canary', QUIET, { type: 'canary', version: 'd', share: 0.1 }, { d: 'canary 0.1' }],
  ['another canary', LIVE, { type: 'canary', version: 'd', share: 0.1 }, { d: 'canary 0.1', f: 'candidate' }],
  ['another share', LIVE, { type: 'canary', version: 'f', share: 0.5 }, { f: 'canary 0.5' }],
  ['the active one as canary', LIVE, { type: 'canary', version: 'a', share: 0.1 }, 'wrong-status'],
  ['a canary beside nothing', [['d', 'candidate']], { type: 'canary', version: 'd', share: 0.1 }, 'nothing-active'],
  ['back from a canary', LIVE, { type: 'roll-back' }, { f: 'rejected' }],
  ['back to the one before', QUIET, { type: 'roll-back' }, { a: 'rejected', c: 'active' }],
  ['back from the first', [['a', 'active', 30], ['d', 'candidate']], { type: 'roll-back' }, 'nothing-before'],
  ['back from nothing', [], { type: 'roll-back' }, 'nothing-before'],
  ['no canary', LIVE, { type: 'reject', version: 'f' }, { f: 'rejected' }],
  ['no rejected one', LIVE, { type: 'reject', version: 'e' }, {}],
  ['no active one', LIVE, { type: 'reject', version: 'a' }, 'wrong-status'],
  ['no retired one', LIVE, { type: 'reject', version: 'b' }, 'wrong-status'],
  ['the first version, on trial', [['d', 'candidate']], { type: 'try', version: 'd', share: 0.1 }, { d: 'active' }],
  ['a candidate on trial', QUIET, { type: 'try', version: 'd', share: 0.1 }, { d: 'canary 0.1 on trial' }],
  ['a candidate in the place of one on trial', TRIED, { type: 'try', version: 'd', share: 0.1 }, { d: 'canary 0.1 on trial', f: 'candidate' }],
  ['no candidate beside a person\'s canary', LIVE, { type: 'try', version: 'd', share: 0.1 }, 'other-canary'],
  ['no active one on trial', QUIET, { type: 'try', version: 'a', share: 0.1 }, 'wrong-status'],
  ['a canary whose trial went well', TRIED, { type: 'promote', version: 'f' }, { f: 'active on trial', a: 'retired' }],
  ['no person\'s canary', LIVE, { type: 'promote', version: 'f' }, 'wrong-status'],
  ['no candidate', TRIED, { type: 'promote', version: 'd' }, 'wrong-status'],
  ['an active one whose trial went well', TRIED, { type: 'settle', version: 'a' }, { a: 'active' }],
  ['none that is on no trial', LIVE, { type: 'settle', version: 'a' }, 'wrong-status'],
  ['an active one on trial taken back', TRIED, { type: 'reject', version: 'a' }, { a: 'rejected', c: 'active' }],
  ['none with nothing before it', [['a', 'active', 30, 30]], { type: 'reject', version: 'a' }, 'nothing-before'],
  ['an active one made a person\'s', TRIED, { type: 'activate', version: 'a' }, { a: 'active' }],
  ['a canary made a person\'s', TRIED, { type: 'canary', version: 'f', share: 0.2 }, { f: 'canary 0.2' }],
  ['a canary on trial rolled back', TRIED, { type: 'roll-back' }, { f: 'rejected' }],
])('%s', (_what, versions, request, expected) => {
  const plan = planSwitch(placed(versions), request);
  const found = plan.status === 'refused' ? plan.reason : Object.fromEntries(plan.changes.map(({ version, status, canaryShare, startsTrial }) => [version, [status, canaryShare, startsTrial && 'on trial'].filter((word) => word !== undefined).join(' ')]));
  expect(found).toEqual(expected);
});

it('whatever is asked: one active version at most, none lost, and no way but those of the table', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const anyRequest = fc.oneof(
    fc.record({ type: fc.constantFrom('activate', 'reject', 'promote', 'settle'), version: fc.constantFrom(...ids) }), fc.record({ type: fc.constantFrom('canary', 'try'), version: fc.constantFrom(...ids), share: fc.constant(0.2) }), fc.constant({ type: 'roll-back' }),
  ) as fc.Arbitrary<SwitchRequest>;
  fc.assert(fc.property(fc.array(anyRequest, { maxLength: 30 }), (requests) => {
    let versions = placed(ids.map((id): Placed => [id, 'candidate']));
    let wasActive = false;
    for (const [atMs, request] of requests.entries()) {
      const plan = planSwitch(versions, request);
      const changes = new Map((plan.status === 'planned' ? plan.changes : []).map((change) => [change.version, change]));
      versions = versions.map((one) => {
        const change = changes.get(one.version);
        if (change === undefined) return one;
        const { status, startsTrial } = change;
        expect(status === one.status || mayBecome(one.status, status), `${one.status} to ${status}`).toBe(true);
        const { trialSinceMs: _before, ...rest } = one;
        return { ...rest, status, ...(startsTrial && { trialSinceMs: atMs }), ...(status === 'active' && one.status !== 'active' && { activatedAtMs: atMs }) };
      });
      expect(versions.filter(({ status, trialSinceMs }) => trialSinceMs !== undefined && status !== 'canary' && status !== 'active')).toEqual([]);
      const count = (wanted: ModelStatus): number => versions.filter(({ status }) => status === wanted).length;
      expect([count('active') <= 1, count('canary') <= 1]).toEqual([true, true]);
      wasActive ||= count('active') === 1;
      expect(count('active')).toBe(wasActive ? 1 : 0);
    }
  }));
});

it('every place can be left', () => {
  for (const next of Object.values(MODEL_STATUS_NEXT)) expect(next.length).toBeGreaterThan(0);
});
