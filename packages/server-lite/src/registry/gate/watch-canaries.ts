import type { ModelGroup } from '../model-record.ts';
import type { ModelRepository } from '../model-repository.ts';
import type { ModelService } from '../model-service.ts';
import { countShown, type ShownEvent } from './count-shown.ts';
import type { GateLimits } from './gate-limits.ts';
import { GATE_LIMITS } from './gate-limits.ts';
import { judgeCanary, type CanaryVerdict } from './judge-canary.ts';

export interface CanaryWatchDeps {
  readonly models: Pick<ModelRepository, 'groups' | 'list'>;
  readonly service: Pick<ModelService, 'switch'>;
  /** A shop's events of a time, a page after the other. */
  readonly readEvents: (tenantId: string, fromMs: number, toMs: number) => AsyncIterable<readonly ShownEvent[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly limits?: GateLimits;
  /** Told of every canary that was judged. */
  readonly judged?: (verdict: CanaryVerdict) => void;
}

const HOUR_MS = 3_600_000;
/** A busy shop is judged by its last hour; a small one needs days for as many lists. */
const WINDOWS_MS = [HOUR_MS, 24 * HOUR_MS, 7 * 24 * HOUR_MS];

/** Takes back every canary that does worse than what is live beside it. */
export function createCanaryWatch({ models, service, readEvents, now, limits = GATE_LIMITS, judged = () => undefined }: CanaryWatchDeps): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    for (const group of await models.groups()) {
      if (signal.aborted) return;
      const live = await models.list(group, ['active', 'canary']);
      const [canary, active] = [live.find(({ status }) => status === 'canary'), live.find(({ status }) => status === 'active')];
      if (canary === undefined || active === undefined) continue;
      const verdict = await judge(group, canary.version, active.version, signal);
      judged(verdict);
      if (verdict.verdict === 'roll-back' && !signal.aborted) await service.switch(group, { type: 'reject', version: canary.version });
    }
  };

  async function judge({ tenantId }: ModelGroup, canary: string, active: string, signal: AbortSignal): Promise<CanaryVerdict> {
    for (const windowMs of WINDOWS_MS) {
      const shown = countShown(canary, active);
      const nowMs = now();
      for await (const page of readEvents(tenantId, nowMs - windowMs, nowMs)) {
        if (signal.aborted) return { verdict: 'wait' };
        shown.add(page);
      }
      const figures = shown.figures();
      const verdict = judgeCanary(figures.canary, figures.live, limits);
      if (verdict.verdict !== 'wait') return verdict;
    }
    return { verdict: 'wait' };
  }
}
