import type { ModelGroup, ModelRecord } from '../model-record.ts';
import type { ModelRepository } from '../model-repository.ts';
import type { ModelService } from '../model-service.ts';
import { findBefore } from '../plan-switch.ts';
import { createShownComparison, type ShownComparisonDeps } from './compare-shown.ts';
import type { ShownVerdict } from './judge-shown.ts';
import { TRIAL_STEPS, trialPhase, type TrialPhase, type TrialStep, type WatchedPlace } from './trial-step.ts';

/** What a look at a version came to. */
export interface Watched {
  readonly place: WatchedPlace;
  readonly version: string;
  readonly phase: TrialPhase;
  readonly verdict: ShownVerdict;
  readonly step: TrialStep;
}

export interface CanaryWatchDeps extends ShownComparisonDeps {
  readonly models: Pick<ModelRepository, 'groups' | 'list'>;
  readonly service: Pick<ModelService, 'switch'>;
  /** Told of every version that was looked at. */
  readonly watched?: (watched: Watched) => void;
}

/** Takes back every canary that does worse than what is live beside it, and ends the trials of what retraining brought: see `TRIAL_STEPS`. */
export function createCanaryWatch({ models, service, watched = () => undefined, ...deps }: CanaryWatchDeps): (signal: AbortSignal) => Promise<void> {
  const comparison = createShownComparison(deps);
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
    const phase = trialPhase(tried.trialSinceMs, deps.now());
    const steps = TRIAL_STEPS[place][phase];
    if (signal.aborted || Object.values(steps).every((step) => step === 'wait')) return 'wait';
    const verdict = await (place === 'canary' ? comparison.beside(group, tried, other, phase, signal) : comparison.after(group, tried, other, signal));
    if (signal.aborted) return 'wait';
    const step = steps[verdict.verdict];
    const { version } = tried;
    watched({ place, version, phase, verdict, step });
    if (step !== 'wait') await service.switch(group, { type: step, version });
    return step;
  }
}

const inPlace = (versions: readonly ModelRecord[], place: ModelRecord['status']): ModelRecord | undefined => versions.find(({ status }) => status === place);
