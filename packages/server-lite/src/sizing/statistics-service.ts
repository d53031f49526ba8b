import type { MeasurementStatistics, SizeCurveReport, StatisticsZone } from '@vua/models/contracts';
import { isKnownDesign } from '@vua/models/privacy';
import { K_ANONYMITY } from './merge-cells.ts';
import { designOf } from './statistics-design.ts';
import type { StatisticsCell, StatisticsRepository } from './statistics-repository.ts';
import { toSizeCurves } from './to-size-curves.ts';

export type CountOutcome =
  | { readonly status: 'counted' }
  /** `at`: JSON pointer into the answer; `rule`: what it breaks. */
  | { readonly status: 'refused'; readonly at: string; readonly rule: string };

export interface StatisticsService {
  /** Counts one body's answer. Resolves after the commit. */
  count(tenantId: string, answer: MeasurementStatistics): Promise<CountOutcome>;
  /** Curves of all answers that may be published. */
  report(tenantId: string): Promise<SizeCurveReport>;
}

export function createStatisticsService(repository: StatisticsRepository): StatisticsService {
  return {
    async count(tenantId, answer) {
      const cells = answer.kind === 'rounded' ? cellsOfRounded(answer) : cellsOfRandomized(answer);
      if (!Array.isArray(cells)) return cells;
      await repository.add(tenantId, cells);
      return { status: 'counted' };
    },
    report: async (tenantId) => ({ leastAnswers: K_ANONYMITY, curves: [...toSizeCurves(await repository.publish(tenantId, K_ANONYMITY))] }),
  };
}

type AnswerOf<K extends MeasurementStatistics['kind']> = Extract<MeasurementStatistics, { kind: K }>;
type Refusal = Extract<CountOutcome, { status: 'refused' }>;

function cellsOfRounded({ audience, valuesCm }: AnswerOf<'rounded'>): StatisticsCell[] | Refusal {
  const values = Object.entries(valuesCm) as [StatisticsZone, number][];
  if (values.length === 0) return { status: 'refused', at: '/body/valuesCm', rule: 'minProperties' };
  return values.map(([zone, cell]) => ({ audience, zone, design: 'rounded', cell }));
}

function cellsOfRandomized({ audience, zone, epsilon, bins, bin }: AnswerOf<'randomized'>): StatisticsCell[] | Refusal {
  if (!isKnownDesign({ epsilon, bins })) return { status: 'refused', at: '/body/epsilon', rule: 'enum' };
  if (bin >= bins) return { status: 'refused', at: '/body/bin', rule: 'maximum' };
  return [{ audience, zone, design: designOf({ epsilon, bins }), cell: bin }];
}
