import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelVersion } from '@vua/models/contracts';
import { GATE_LIMITS, type GateLimits } from '../gate/gate-limits.ts';
import { judgeCandidate, type CandidateVerdict } from '../gate/judge-candidate.ts';
import { TRIAL_SHARE } from '../gate/trial-step.ts';
import type { ModelGroup } from '../model-record.ts';
import type { ModelService, Registration } from '../model-service.ts';
import { readModelFolder } from '../read-model-folder.ts';
import type { RunTrainer } from './run-trainer.ts';
import { beginWork, findWork } from './training-work.ts';
import { writeEvents } from './write-events.ts';

export interface RetrainingDeps {
  readonly service: Pick<ModelService, 'findActive' | 'list' | 'register' | 'switch'>;
  /** What is learned from of a shop's events, as its export gives them: lines of NDJSON. */
  readonly exportEvents: (tenantId: string) => AsyncIterable<string>;
  readonly runTrainer: RunTrainer;
  /** Absolute path of a folder of its own; what lies there is deleted, but for a training of the last day that was broken off. */
  readonly workFolder: string;
  /** For the training of one shop, at most. */
  readonly minutes: number;
  /** A shop with fewer events is left alone. */
  readonly leastEvents: number;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly limits?: GateLimits;
}

export type RetrainOutcome =
  /** It got a version within a day: this run, or a person, was there before. */
  | { readonly status: 'fresh' }
  | { readonly status: 'too-few-events' }
  /** The log taught what is known already. */
  | { readonly status: 'unchanged' }
  /** `place`: where the new version is now. */
  | { readonly status: 'judged'; readonly verdict: CandidateVerdict; readonly place: ModelVersion['status'] }
  /** The old model stays. */
  | { readonly status: 'failed'; readonly reason: string };

const DAY_MS = 86_400_000;

/** Trains a model on a shop's events, keeps it as a candidate, and lets the gate decide. Events lie in the work folder only as long as this runs, and for a day where it is broken off. */
export async function retrainShop(tenantId: string, deps: RetrainingDeps, signal: AbortSignal): Promise<RetrainOutcome> {
  const { exportEvents, leastEvents, minutes, now, runTrainer, service, workFolder } = deps;
  const [newest] = await service.list({ tenantId, kind: 'sequence' });
  if (newest !== undefined && now() - newest.createdAtMs < DAY_MS) return { status: 'fresh' };
  try {
    const work = await findWork(workFolder, tenantId, now()) ?? await beginWork(workFolder, {
      tenantId, nowMs: now(), write: async (file) => await writeEvents(file, exportEvents(tenantId), signal) >= leastEvents,
    });
    if (work === undefined) return { status: 'too-few-events' };
    const training = await runTrainer({ ...work, minutes }, signal);
    return training.status === 'failed' ? training : await takeModel(tenantId, join(work.outFolder, 'deploy'), deps);
  } finally {
    // A run that is told to stop is gone on with.
    if (!signal.aborted) await rm(workFolder, { recursive: true, force: true });
  }
}

async function takeModel(tenantId: string, folder: string, { service, limits = GATE_LIMITS }: RetrainingDeps): Promise<RetrainOutcome> {
  const reading = await readModelFolder(folder);
  if (reading.status === 'no-model') return { status: 'failed', reason: 'the training wrote no model' };
  const registration: Registration = reading.status === 'refused' ? reading : await service.register(tenantId, reading.model);
  if (registration.status === 'refused') return { status: 'failed', reason: `the model was refused: ${registration.refusal.reason}` };
  if (registration.status === 'known') return { status: 'unchanged' };
  const { kind, version, metrics } = registration.version;
  const group = { tenantId, kind };
  const verdict = judgeCandidate(metrics, (await service.findActive(group))?.metrics, limits);
  const place = await placeJudged(service, group, version, verdict);
  return { status: 'judged', verdict, place };
}

/** One that a person's canary stands in the way of stays a candidate. */
async function placeJudged(service: RetrainingDeps['service'], group: ModelGroup, version: string, { verdict }: CandidateVerdict): Promise<ModelVersion['status']> {
  if (verdict === 'hold') return 'candidate';
  const outcome = await service.switch(group, verdict === 'reject' ? { type: 'reject', version } : { type: 'try', version, share: TRIAL_SHARE });
  return (outcome.status === 'switched' ? outcome.versions.find((one) => one.version === version)?.status : undefined) ?? 'candidate';
}
