import type { ModelGroup, ModelRecord } from '../model-record.ts';
import { countShown, type ShownEvent } from './count-shown.ts';
import { GATE_LIMITS, type GateLimits } from './gate-limits.ts';
import { judgeCanary, judgePromoted, type ShownVerdict } from './judge-shown.ts';
import { TRIAL_ENDS_MS, TRIAL_OPENS_MS, type TrialPhase } from './trial-step.ts';

export interface ShownComparisonDeps {
  /** A shop's events of a time, a page after the other. */
  readonly readEvents: (tenantId: string, fromMs: number, toMs: number) => AsyncIterable<readonly ShownEvent[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly limits?: GateLimits;
}

/** Compares what shoppers did with two versions. Told to stop, the verdict means nothing. */
export interface ShownComparison {
  /** A canary and the live version at the same time: of the last hour, else the last day, else the last week; never more than its trial. */
  beside(group: ModelGroup, canary: ModelRecord, active: ModelRecord, phase: TrialPhase, signal: AbortSignal): Promise<ShownVerdict>;
  /** A version that was promoted, by its whole days since, and the one before it, by as many days before. */
  after(group: ModelGroup, active: ModelRecord, before: ModelRecord, signal: AbortSignal): Promise<ShownVerdict>;
}

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
/** A collapse shows within an hour in a busy shop; a small one needs days for as many lists. */
const EARLY_WINDOWS_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS];
/** What is promoted was looked at by all hours of a day. */
const WINDOWS_MS: Readonly<Record<TrialPhase, readonly number[]>> = { early: EARLY_WINDOWS_MS, open: EARLY_WINDOWS_MS.slice(1), over: EARLY_WINDOWS_MS.slice(1) };

const WAIT: ShownVerdict = { verdict: 'wait' };

export function createShownComparison({ readEvents, now, limits = GATE_LIMITS }: ShownComparisonDeps): ShownComparison {
  const read = async (tenantId: string, fromMs: number, toMs: number, signal: AbortSignal, take: (page: readonly ShownEvent[]) => void): Promise<void> => {
    for await (const page of readEvents(tenantId, fromMs, toMs)) {
      if (signal.aborted) return;
      take(page);
    }
  };
  return {
    async beside({ tenantId }, canary, active, phase, signal) {
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
    },
    async after({ tenantId }, active, before, signal) {
      const sinceMs = active.trialSinceMs ?? now();
      const spanMs = Math.min(TRIAL_ENDS_MS, Math.floor((now() - sinceMs) / TRIAL_OPENS_MS) * TRIAL_OPENS_MS);
      const shown = countShown(active.version, before.version, false);
      await read(tenantId, sinceMs - spanMs, sinceMs, signal, (page) => shown.add(page, before.version));
      await read(tenantId, sinceMs, sinceMs + spanMs, signal, (page) => shown.add(page, active.version));
      const { tried, other } = shown.figures();
      return judgePromoted(tried, other, limits);
    },
  };
}
