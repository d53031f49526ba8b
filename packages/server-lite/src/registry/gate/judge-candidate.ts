import type { ModelMetrics } from '@vua/models/contracts';
import { atLeast, atMost, GATE_LIMITS, type GateLimits, type GateReason } from './gate-limits.ts';

export type CandidateVerdict =
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'reject'; readonly reasons: readonly GateReason[] }
  /** Nobody can tell: these figures are missing, of the candidate or (`live.ndcg10`) of what is live. A person decides. */
  | { readonly verdict: 'hold'; readonly missing: readonly string[] };

const JUDGED = ['ndcg10', 'coverage', 'gini'] as const;

/** Whether a newly trained model may be tried in the place of the live one. Both are judged by what they reached on what was held back when they were trained. @param live absent: nothing is live yet */
export function judgeCandidate(candidate: ModelMetrics, live: ModelMetrics | undefined, limits: GateLimits = GATE_LIMITS): CandidateVerdict {
  const missing = [...missingIn(candidate, ''), ...(live === undefined ? [] : missingIn(live, 'live.'))];
  if (missing.length > 0) return { verdict: 'hold', missing };
  const [now, before] = [figuresOf(candidate), live && figuresOf(live)];
  const reasons = [
    ...atLeast('coverage-low', now.coverage, limits.leastCoverage),
    ...atMost('gini-high', now.gini, limits.mostGini),
    ...(before === undefined ? [] : [
      ...atLeast('ndcg-fell', now.ndcg10, before.ndcg10 * (1 - limits.ndcgLoss)),
      ...atLeast('coverage-fell', now.coverage, before.coverage * (1 - limits.coverageLoss)),
      ...atMost('gini-rose', now.gini, before.gini + limits.giniRise),
    ]),
  ];
  return reasons.length === 0 ? { verdict: 'pass' } : { verdict: 'reject', reasons };
}

const missingIn = (metrics: ModelMetrics, prefix: string): readonly string[] => JUDGED.filter((name) => !Number.isFinite(metrics[name])).map((name) => prefix + name);

function figuresOf(metrics: ModelMetrics): Readonly<Record<(typeof JUDGED)[number], number>> {
  const { ndcg10 = 0, coverage = 0, gini = 0 } = metrics;
  return { ndcg10, coverage, gini };
}
