import type { ModelRecord, StatusChange } from './model-record.ts';
import { mayBecome } from './model-status.ts';

/** What somebody, or the gate, wants of a version. */
export type SwitchRequest =
  /** Every device is to load it, but for a canary's share. `inPlaceOf`: only while this one is the active version; null: while none is. */
  | { readonly type: 'activate'; readonly version: string; readonly inPlaceOf?: string | null }
  /** This share of the devices is to load it, in the place of another canary. */
  | { readonly type: 'canary'; readonly version: string; readonly share: number }
  /** The share gets it on trial, which the watch ends; where nothing is active, every device gets it at once. */
  | { readonly type: 'try'; readonly version: string; readonly share: number }
  /** The canary's trial went well: every device is to load it, on trial once more. */
  | { readonly type: 'promote'; readonly version: string }
  /** The active version's trial went well: it is over. */
  | { readonly type: 'settle'; readonly version: string }
  /** The newest switch was wrong: ends the canary where there is one, else puts the version back that was active before. */
  | { readonly type: 'roll-back' }
  /** Nobody is to load it; in the place of an active one, which must be on trial, comes the one that was active before. */
  | { readonly type: 'reject'; readonly version: string };

export type SwitchRefusal = 'unknown-version' | 'wrong-status' | 'nothing-active' | 'nothing-before' | 'other-canary' | 'no-canaries' | 'other-active';

export type SwitchPlan =
  | { readonly status: 'planned'; readonly changes: readonly StatusChange[] }
  | { readonly status: 'refused'; readonly reason: SwitchRefusal };

type Placed = Pick<ModelRecord, 'version' | 'status' | 'activatedAtMs' | 'trialSinceMs'>;

/** Which versions move for a request. Asked for what is so already, none. */
export function planSwitch(versions: readonly Placed[], request: SwitchRequest): SwitchPlan {
  if (request.type === 'roll-back') return planRollBack(versions);
  const target = versions.find(({ version }) => version === request.version);
  if (target === undefined) return refused('unknown-version');
  switch (request.type) {
    case 'activate': return isReplaced(versions, request.inPlaceOf) ? refused('other-active') : planActivation(versions, target);
    case 'canary': return planCanary(versions, target, request.share);
    case 'try': return planTrial(versions, target, request.share);
    case 'promote': return isOnTrial(target, 'canary') ? onTrial(planActivation(versions, target), target) : refused('wrong-status');
    case 'settle': return isOnTrial(target, 'active') ? planned({ version: target.version, status: 'active' }) : refused('wrong-status');
    case 'reject': return planRejection(versions, target);
  }
}

function planActivation(versions: readonly Placed[], { version, status, trialSinceMs }: Placed): SwitchPlan {
  if (status === 'active') return trialSinceMs === undefined ? planned() : planned({ version, status });
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

function planTrial(versions: readonly Placed[], target: Placed, share: number): SwitchPlan {
  if (inPlace(versions, 'active') === undefined) return planActivation(versions, target);
  const canary = inPlace(versions, 'canary');
  // What a person tries is not ended by a machine that has another idea.
  return canary !== undefined && !isOnTrial(canary, 'canary') ? refused('other-canary') : onTrial(planCanary(versions, target, share), target);
}

function planRejection(versions: readonly Placed[], target: Placed): SwitchPlan {
  if (target.status === 'rejected') return planned();
  if (isOnTrial(target, 'active')) return planReturn(versions);
  // One that a person gave to all devices is only ever put out of its place by another.
  return target.status === 'active' || !mayBecome(target.status, 'rejected') ? refused('wrong-status') : planned({ version: target.version, status: 'rejected' });
}

function planRollBack(versions: readonly Placed[]): SwitchPlan {
  const canary = inPlace(versions, 'canary');
  return canary === undefined ? planReturn(versions) : planned({ version: canary.version, status: 'rejected' });
}

/** The version that was active before the one that is, as far as it is kept. */
export const findBefore = <One extends Placed>(versions: readonly One[]): One | undefined => versions.filter(({ status }) => status === 'retired').toSorted((one, other) => (other.activatedAtMs ?? 0) - (one.activatedAtMs ?? 0)).at(0);

function planReturn(versions: readonly Placed[]): SwitchPlan {
  const [active, before] = [inPlace(versions, 'active'), findBefore(versions)];
  if (active === undefined || before === undefined) return refused('nothing-before');
  return planned({ version: active.version, status: 'rejected' }, { version: before.version, status: 'active' });
}

const isReplaced = (versions: readonly Placed[], active: string | null | undefined): boolean => active !== undefined && (inPlace(versions, 'active')?.version ?? null) !== active;
const inPlace = (versions: readonly Placed[], wanted: Placed['status']): Placed | undefined => versions.find(({ status }) => status === wanted);
const isOnTrial = ({ status, trialSinceMs }: Placed, place: Placed['status']): boolean => status === place && trialSinceMs !== undefined;
const onTrial = (plan: SwitchPlan, { version }: Placed): SwitchPlan => (plan.status === 'refused' ? plan : planned(...plan.changes.map((change) => (change.version === version ? { ...change, startsTrial: true as const } : change))));
const planned = (...changes: readonly StatusChange[]): SwitchPlan => ({ status: 'planned', changes });
const refused = (reason: SwitchRefusal): SwitchPlan => ({ status: 'refused', reason });
