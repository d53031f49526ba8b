import type { ModelStatus } from '@vua/models/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MODEL_STATUS_NEXT, mayBecome } from './model-status.ts';
import { planSwitch, type SwitchRequest } from './plan-switch.ts';

type Placed = readonly [version: string, status: ModelStatus, activatedAtMs?: number];

const placed = (versions: readonly Placed[]) => versions.map(([version, status, activatedAtMs]) => ({ version, status, ...(activatedAtMs !== undefined && { activatedAtMs }) }));

const LIVE: readonly Placed[] = [['a', 'active', 30], ['b', 'retired', 10], ['c', 'retired', 20], ['d', 'candidate'], ['e', 'rejected'], ['f', 'canary']];
const QUIET = LIVE.filter(([version]) => version !== 'f');

it.each<readonly [string, readonly Placed[], SwitchRequest, unknown]>([
  ['the first version', [['d', 'candidate']], { type: 'activate', version: 'd' }, { d: 'active' }],
  ['a candidate', QUIET, { type: 'activate', version: 'd' }, { d: 'active', a: 'retired' }],
  ['a canary', LIVE, { type: 'activate', version: 'f' }, { f: 'active', a: 'retired' }],
  ['an old version', QUIET, { type: 'activate', version: 'b' }, { b: 'active', a: 'retired' }],
  ['a rejected one, by hand', QUIET, { type: 'activate', version: 'e' }, { e: 'active', a: 'retired' }],
  ['the active one again', LIVE, { type: 'activate', version: 'a' }, {}],
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
])('%s', (_what, versions, request, expected) => {
  const plan = planSwitch(placed(versions), request);
  const found = plan.status === 'refused' ? plan.reason : Object.fromEntries(plan.changes.map(({ version, status, canaryShare }) => [version, canaryShare === undefined ? status : `${status} ${canaryShare}`]));
  expect(found).toEqual(expected);
});

it('whatever is asked: one active version at most, none lost, and no way but those of the table', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const anyRequest = fc.oneof(
    fc.record({ type: fc.constantFrom('activate', 'reject'), version: fc.constantFrom(...ids) }), fc.record({ type: fc.constant('canary'), version: fc.constantFrom(...ids), share: fc.constant(0.2) }), fc.constant({ type: 'roll-back' }),
  ) as fc.Arbitrary<SwitchRequest>;
  fc.assert(fc.property(fc.array(anyRequest, { maxLength: 30 }), (requests) => {
    let versions = placed(ids.map((id): Placed => [id, 'candidate']));
    let wasActive = false;
    for (const [atMs, request] of requests.entries()) {
      const plan = planSwitch(versions, request);
      const changes = new Map((plan.status === 'planned' ? plan.changes : []).map((change) => [change.version, change.status]));
      versions = versions.map((one) => {
        const status = changes.get(one.version) ?? one.status;
        expect(status === one.status || mayBecome(one.status, status), `${one.status} to ${status}`).toBe(true);
        return { ...one, status, ...(status === 'active' && one.status !== 'active' && { activatedAtMs: atMs }) };
      });
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
