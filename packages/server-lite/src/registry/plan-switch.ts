import type { ModelRecord, StatusChange } from './model-record.ts';
import { mayBecome } from './model-status.ts';

/** What somebody, or the gate, wants of a version. */
export type SwitchRequest =
  /** Every device is to load it, but for a canary's share. */
  | { readonly type: 'activate'; readonly version: string }
  /** This share of the devices is to load it, in the place of another canary. */
  | { readonly type: 'canary'; readonly version: string; readonly share: number }
  /** The newest switch was wrong: ends the canary where there is one, else puts the version back that was active before. */
  | { readonly type: 'roll-back' }
  /** Nobody is to load it. */
  | { readonly type: 'reject'; readonly version: string };

export type SwitchRefusal = 'unknown-version' | 'wrong-status' | 'nothing-active' | 'nothing-before';

export type SwitchPlan =
  | { readonly status: 'planned'; readonly changes: readonly StatusChange[] }
  | { readonly status: 'refused'; readonly reason: SwitchRefusal };

type Placed = Pick<ModelRecord, 'version' | 'status' | 'activatedAtMs'>;

/** Which versions move for a request. Asked for what is so already, none. */
export function planSwitch(versions: readonly Placed[], request: SwitchRequest): SwitchPlan {
  if (request.type === 'roll-back') return planRollBack(versions);
  const target = versions.find(({ version }) => version === request.version);
  if (target === undefined) return refused('unknown-version');
  if (request.type === 'activate') return planActivation(versions, target);
  if (request.type === 'canary') return planCanary(versions, target, request.share);
  if (target.status === 'rejected') return planned();
  // One that all devices load is only ever put out of its place by another.
  return target.status === 'active' || !mayBecome(target.status, 'rejected') ? refused('wrong-status') : planned({ version: target.version, status: 'rejected' });
}

function planActivation(versions: readonly Placed[], { version, status }: Placed): SwitchPlan {
  if (status === 'active') return planned();
  if (!mayBecome(status, 'active')) return refused('wrong-status');
  const before = inPlace(versions, 'active');
  return planned({ version, status: 'active' }, ...(before === undefined ? [] : [{ version: before.version, status: 'retired' as const }]));
}

function planCanary(versions: readonly Placed[], { version, status }: Placed, canaryShare: number): SwitchPlan {
  const before = inPlace(versions, 'canary');
  if (inPlace(versions, 'active') === undefined) return refused('nothing-active');
  if (before?.version === version) return planned({ version, status: 'canary', canaryShare });
  if (!mayBecome(status, 'canary')) return refused('wrong-status');
  return planned({ version, status: 'canary', canaryShare }, ...(before === undefined ? [] : [{ version: before.version, status: 'candidate' as const }]));
}

function planRollBack(versions: readonly Placed[]): SwitchPlan {
  const [canary, active] = [inPlace(versions, 'canary'), inPlace(versions, 'active')];
  if (canary !== undefined) return planned({ version: canary.version, status: 'rejected' });
  const [before] = versions.filter(({ status }) => status === 'retired').toSorted((one, other) => (other.activatedAtMs ?? 0) - (one.activatedAtMs ?? 0));
  if (active === undefined || before === undefined) return refused('nothing-before');
  return planned({ version: active.version, status: 'rejected' }, { version: before.version, status: 'active' });
}

const inPlace = (versions: readonly Placed[], wanted: Placed['status']): Placed | undefined => versions.find(({ status }) => status === wanted);
const planned = (...changes: readonly StatusChange[]): SwitchPlan => ({ status: 'planned', changes });
const refused = (reason: SwitchRefusal): SwitchPlan => ({ status: 'refused', reason });
