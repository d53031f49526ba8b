import type { BodyEstimate } from '../body/index.ts';
import type { SizeChart } from '../contracts/index.ts';
import { adviseGrid } from './advise-grid.ts';
import { createBodyOdds } from './body-odds.ts';
import { type SizeDecision, decideSize } from './decide-size.ts';
import { explainZones } from './explain-zones.ts';
import type { GarmentOffset } from './garment-offset.ts';
import { type PreparedChart, knownZonesKey, prepareAxis, prepareChart } from './prepare-chart.ts';
import type { Certainty, FitPreference, SizeAdvice, SizeUnavailableReason } from './size-advice.ts';
import type { SizeOdds } from './size-odds.ts';
import { surerBy } from './surer-by.ts';

export interface AdviserOptions {
  readonly body: BodyEstimate;
  /** @default 'regular' */
  readonly fitPreference?: FitPreference;
}

/** What a list of garments shows of an advice: the same sizes and the same numbers, without the reasons. */
export type SizeGlance =
  | { readonly status: 'recommended'; readonly size: string; readonly probability: number; readonly certainty: Certainty }
  | { readonly status: 'between'; readonly smaller: string; readonly larger: string; readonly likelier: string; readonly probability: number; readonly certainty: Certainty }
  | { readonly status: 'unavailable'; readonly reason: SizeUnavailableReason };

/** Advises one body on any number of garments. */
export interface Adviser {
  /** @param garment what returns have told of how the garment is cut; absent: as the chart says. */
  advise(chart: SizeChart, garment?: GarmentOffset): SizeAdvice;
  /** For "show only what fits me": a thousand in a few tens of milliseconds. */
  glance(chart: SizeChart, garment?: GarmentOffset): SizeGlance;
}

/**
 * Which sizes fit a body. Every size gets its probability to fit from the joint normal distribution of the measurements' errors (over both sexes where
 * none was told) and what a preference may mean; where zones vote for different sizes, the type of garment says how much each counts. Charts must not be changed once they were asked about.
 */
export function createAdviser({ body, fitPreference = 'regular' }: AdviserOptions): Adviser {
  const key = knownZonesKey(body);
  const oddsOf = createBodyOdds(body, fitPreference);
  const adviseOn = (chart: SizeChart, prepared: PreparedChart, garment: GarmentOffset | undefined): SizeAdvice => {
    if (prepared.status === 'grid') return adviseGrid(chart, prepared.axes.map((axis) => ({ zone: axis.zone, advice: adviseOn(axis.chart, prepareAxis(axis.chart, body, key), garment) })));
    if (prepared.status !== 'ready') return { ...nothingCompared(prepared), probabilities: [], smallerThanChart: 0, largerThanChart: 0, zones: [], surer: [] };
    const odds = oddsOf(prepared, garment);
    const decision = decideSize(odds, prepared.stepCm);
    const zones = explainZones({ scale: prepared.scale, body, chart, garment, decision, fits: odds.fits });
    return { ...inLabels(decision, chart), ...report(odds, chart), zones, surer: surerBy(decision, zones, body) };
  };
  return {
    advise: (chart, garment) => adviseOn(chart, prepareChart(chart, body, key), garment),
    glance(chart, garment) {
      const prepared = prepareChart(chart, body, key);
      if (prepared.status === 'ready') return inLabels(decideSize(oddsOf(prepared, garment), prepared.stepCm), chart);
      return prepared.status === 'grid' ? withoutReasons(adviseOn(chart, prepared, garment)) : nothingCompared(prepared);
    },
  };
}

function nothingCompared({ status }: { readonly status: 'invalid' | 'no-zones' }): Extract<SizeGlance, { status: 'unavailable' }> {
  return { status: 'unavailable', reason: status === 'invalid' ? 'chart-invalid' : 'zones-not-measured' };
}

function withoutReasons(advice: SizeAdvice): SizeGlance {
  if (advice.status === 'unavailable') return { status: 'unavailable', reason: advice.reason };
  const { status, probability, certainty } = advice;
  return status === 'recommended' ? { status, size: advice.size, probability, certainty } : { status, smaller: advice.smaller, larger: advice.larger, likelier: advice.likelier, probability, certainty };
}

function inLabels(decision: SizeDecision, chart: SizeChart): SizeGlance {
  if (decision.status === 'unavailable') return { status: 'unavailable', reason: decision.reason };
  const { status, probability, certainty } = decision;
  if (status === 'recommended') return { status, size: labelAt(chart, decision.place), probability, certainty };
  return { status, smaller: labelAt(chart, decision.lower), larger: labelAt(chart, decision.lower + 1), likelier: labelAt(chart, decision.contest[0]), probability, certainty };
}

function report({ best, fits }: SizeOdds, { rows }: SizeChart): Pick<SizeAdvice, 'probabilities' | 'smallerThanChart' | 'largerThanChart'> {
  return {
    probabilities: rows.map(({ label }, index) => ({ size: label, probability: fits([index + 1]) })),
    smallerThanChart: best[0] ?? 0,
    largerThanChart: best.at(-1) ?? 0,
  };
}

function labelAt({ rows }: SizeChart, place: number): string {
  const row = rows[place - 1];
  if (!row) throw new RangeError(`place ${place} is not a size of a chart with ${rows.length} rows`);
  return row.label;
}
