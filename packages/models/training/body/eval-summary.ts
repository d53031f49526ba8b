import { MEASUREMENT_NAMES, type MeasureOutcome, type RefusalReason, type TrunkWidths, WIDTH_NAMES } from '../../src/body/index.ts';
import type { BodyEvaluation, EvaluatedRow, EvaluationRun, WrittenEstimate } from './body-evaluation.ts';
import { compareAllConstantWidths, compareConstantWidth, type ConstantWidthComparison } from './compare-constant-width.ts';
import { errorSummary } from './error-summary.ts';
import { byMeasurement, type EvaluatedPerson, type Pass, pooledPairs } from './evaluated-person.ts';
import { CUT_NAME, DATA_NAME } from './read-profiles.ts';
import { repeatability } from './repeatability.ts';
import { rounded } from './rounded.ts';
import { seenSummary } from './seen-summary.ts';
import { subgroupSummary } from './subgroup-summary.ts';
import { widthErrors } from './width-errors.ts';

/** Sums up what was measured; without truths only the estimates are there. */
export function evalSummary(people: readonly EvaluatedPerson[], run: EvaluationRun): BodyEvaluation {
  const seen = seenSummary(people);
  const repeated = { statureOnly: repeatability(people, 'statureOnly'), withMass: repeatability(people, 'withMass') };
  return {
    ...run,
    people: people.map(writtenRow),
    summary: byMeasurement(people, 'statureOnly', errorSummary),
    withMass: byMeasurement(people, 'withMass', errorSummary),
    pooled: { ...pooled(people, 'statureOnly'), ...pooled(people, 'withMass') },
    widthMae: widthErrors(people),
    ...(seen && { seen, widthMaeSeen: widthErrors(people, true) }),
    subgroups: subgroupSummary(people, 'statureOnly'),
    subgroupsWithMass: subgroupSummary(people, 'withMass'),
    constantWidth: { statureOnly: constantWidths(people, 'statureOnly'), withMass: constantWidths(people, 'withMass') },
    ...(Object.keys(repeated.statureOnly).length > 0 && { repeatability: repeated }),
    refused: refusals(people),
  };
}

function pooled(people: readonly EvaluatedPerson[], pass: Pass): BodyEvaluation['pooled'] {
  const pairs = pooledPairs(people, pass);
  return pairs.length === 0 ? {} : { [pass]: errorSummary(pairs) };
}

function constantWidths(people: readonly EvaluatedPerson[], pass: Pass): Record<string, ConstantWidthComparison> {
  const each = byMeasurement(people, pass, compareConstantWidth);
  return Object.keys(each).length === 0 ? {} : { ...each, all: compareAllConstantWidths(Object.values(each)) };
}

function refusals(people: readonly EvaluatedPerson[]): BodyEvaluation['refused'] {
  const reasons: Partial<Record<RefusalReason, number>> = {};
  let n = 0;
  for (const { statureOnly } of people) {
    if (statureOnly.status === 'measured') continue;
    n++;
    reasons[statureOnly.reason] = (reasons[statureOnly.reason] ?? 0) + 1;
  }
  return { n, of: people.length, reasons };
}

function writtenRow({ id, capture, statureOnly, withMass, truth }: EvaluatedPerson): EvaluatedRow {
  return {
    id,
    ...(capture !== undefined && { capture }),
    estimates: written(statureOnly),
    estimatesWithMass: written(withMass),
    ...correlationOf('correlation', statureOnly),
    ...correlationOf('correlationWithMass', withMass),
    widths: statureOnly.status === 'measured' ? writtenWidths(statureOnly.widths) : {},
    ...(statureOnly.status === 'refused' && { refused: statureOnly.reason }),
    ...(truth !== undefined && { truth }),
  };
}

/** How the errors hang together, three digits: what `eval:size` integrates over. */
function correlationOf(key: 'correlation' | 'correlationWithMass', outcome: MeasureOutcome | undefined): Pick<EvaluatedRow, 'correlation' | 'correlationWithMass'> {
  if (outcome?.status !== 'measured' || outcome.body.correlation === undefined) return {};
  const { names, matrix } = outcome.body.correlation;
  return { [key]: { names, matrix: matrix.map((row) => row.map((value) => rounded(value, 3))) } };
}

function written(outcome: MeasureOutcome | undefined): Record<string, WrittenEstimate> {
  if (outcome?.status !== 'measured') return {};
  return Object.fromEntries(MEASUREMENT_NAMES.flatMap((name) => {
    const estimate = outcome.body.measurements[name];
    return estimate === undefined ? [] : [[DATA_NAME[name], { mean: rounded(estimate.meanCm), p5: rounded(estimate.p5Cm), p95: rounded(estimate.p95Cm) }]];
  }));
}

function writtenWidths(widths: TrunkWidths): Record<string, readonly [number, number]> {
  return Object.fromEntries(WIDTH_NAMES.map((name) => [CUT_NAME[name], [rounded(widths[name][0]), rounded(widths[name][1])]]));
}
