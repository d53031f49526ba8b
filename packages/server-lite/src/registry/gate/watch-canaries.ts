import type { ModelGroup, ModelRecord } from '../model-record.ts';
import type { ModelRepository } from '../model-repository.ts';
import type { ModelService } from '../model-service.ts';
import { findBefore } from '../plan-switch.ts';
import { countShown, type ShownEvent } from './count-shown.ts';
import { GATE_LIMITS, type GateLimits } from './gate-limits.ts';
import { judgeCanary, judgePromoted, type ShownVerdict } from './judge-shown.ts';
import { TRIAL_ENDS_MS, TRIAL_OPENS_MS, TRIAL_STEPS, trialPhase, type TrialPhase, type TrialStep, type WatchedPlace } from './trial-step.ts';

/** What a look at a version came to. */
export interface Watched {
  readonly place: WatchedPlace;
  readonly version: string;
  readonly phase: TrialPhase;
  readonly verdict: ShownVerdict;
  readonly step: TrialStep;
}

export interface CanaryWatchDeps {
  readonly models: Pick<ModelRepository, 'groups' | 'list'>;
  readonly service: Pick<ModelService, 'switch'>;
  /** A shop's events of a time, a page after the other. */
  readonly readEvents: (tenantId: string, fromMs: number, toMs: number) => AsyncIterable<readonly ShownEvent[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly limits?: GateLimits;
  /** Told of every version that was looked at. */
  readonly watched?: (watched: Watched) => void;
}

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
/** A collapse shows within an hour in a busy shop; a small one needs days for as many lists. */
const EARLY_WINDOWS_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS];
/** What is promoted was looked at by all hours of a day. */
const WINDOWS_MS: Readonly<Record<TrialPhase, readonly number[]>> = { early: EARLY_WINDOWS_MS, open: EARLY_WINDOWS_MS.slice(1), over: EARLY_WINDOWS_MS.slice(1) };

const WAIT: ShownVerdict = { verdict: 'wait' };

/** Takes back every canary that does worse than what is live beside it, and ends the trials of what retraining brought: see `TRIAL_STEPS`. */
export function createCanaryWatch({ models, service, readEvents, now, limits = GATE_LIMITS, watched = () => undefined }: CanaryWatchDeps): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    for (const group of await models.groups()) {
      const versions = await models.list(group, ['active', 'canary', 'retired']);
      const [canary, active, before] = [inPlace(versions, 'canary'), inPlace(versions, 'active'), findBefore(versions)];
      if (signal.aborted) return;
      // What stood beside the canary is another one now: it is looked at next time.
      if (active?.trialSinceMs !== undefined && before !== undefined && await watch(group, active, before, 'active', signal) === 'reject') continue;
      if (canary !== undefined && active !== undefined) await watch(group, canary, active, 'canary', signal);
    }
  };

  async function watch(group: ModelGroup, tried: ModelRecord, other: ModelRecord, place: WatchedPlace, signal: AbortSignal): Promise<TrialStep> {
    const phase = trialPhase(tried.trialSinceMs, now());
    const steps = TRIAL_STEPS[place][phase];
    if (signal.aborted || Object.values(steps).every((step) => step === 'wait')) return 'wait';
    const verdict = await (place === 'canary' ? beside(group, tried, other, phase, signal) : after(group, tried, other, signal));
    if (signal.aborted) return 'wait';
    const step = steps[verdict.verdict];
    const { version } = tried;
    watched({ place, version, phase, verdict, step });
    if (step !== 'wait') await service.switch(group, { type: step, version });
    return step;
  }

  /** The last hour, else the last day, else the last week; never more than its trial. */
  async function beside({ tenantId }: ModelGroup, canary: ModelRecord, active: ModelRecord, phase: TrialPhase, signal: AbortSignal): Promise<ShownVerdict> {
    const nowMs = now();
    let verdict = WAIT;
    for (const windowMs of WINDOWS_MS[phase]) {
      const shown = countShown(canary.version, active.version, true);
      await read(tenantId, Math.max(nowMs - windowMs, canary.trialSinceMs ?? 0), nowMs, signal, (page) => shown.add(page));
      const { tried, other } = shown.figures();
      verdict = judgeCanary(tried, other, limits);
      if (verdict.verdict === 'keep' || verdict.verdict === 'roll-back') break;
    }
    return verdict;
  }

  /** Its whole days since it was promoted, beside as many before. */
  async function after({ tenantId }: ModelGroup, active: ModelRecord, before: ModelRecord, signal: AbortSignal): Promise<ShownVerdict> {
    const sinceMs = active.trialSinceMs ?? now();
    const spanMs = Math.min(TRIAL_ENDS_MS, Math.floor((now() - sinceMs) / TRIAL_OPENS_MS) * TRIAL_OPENS_MS);
    const shown = countShown(active.version, before.version, false);
    await read(tenantId, sinceMs - spanMs, sinceMs, signal, (page) => shown.add(page, before.version));
    await read(tenantId, sinceMs, sinceMs + spanMs, signal, (page) => shown.add(page, active.version));
    const { tried, other } = shown.figures();
    return judgePromoted(tried, other, limits);
  }

  async function read(tenantId: string, fromMs: number, toMs: number, signal: AbortSignal, take: (page: readonly ShownEvent[]) => void): Promise<void> {
    for await (const page of readEvents(tenantId, fromMs, toMs)) {
      if (signal.aborted) return;
      take(page);
    }
  }
}

const inPlace = (versions: readonly ModelRecord[], place: ModelRecord['status']): ModelRecord | undefined => versions.find(({ status }) => status === place);
