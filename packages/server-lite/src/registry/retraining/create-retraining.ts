import { retrainShop, type RetrainOutcome, type RetrainingDeps } from './retrain-shop.ts';

export interface RetrainAllDeps extends RetrainingDeps {
  readonly listTenants: () => Promise<readonly string[]>;
  /** Told what became of each shop's model. */
  readonly retrained?: (outcome: RetrainOutcome) => void;
}

/** Retrains shop after shop; what fails for one does not keep the others. Rejects at the end where a training failed, so that the job counts as failed. */
export function createRetraining({ listTenants, retrained = () => undefined, ...deps }: RetrainAllDeps): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    let failed = 0;
    for (const tenantId of await listTenants()) {
      if (signal.aborted) return;
      const outcome = await retrainShop(tenantId, deps, signal).catch((error: unknown): RetrainOutcome => ({ status: 'failed', reason: error instanceof Error ? error.name : 'unknown' }));
      if (signal.aborted) return;
      retrained(outcome);
      if (outcome.status === 'failed') failed += 1;
    }
    if (failed > 0) throw new Error(`${failed} models could not be trained`);
  };
}
