import type { BodyEstimate } from '../body/index.ts';
import type { SizeChart } from '../contracts/index.ts';
import { checkSizeChart } from './charts/check-size-chart.ts';
import { type GridAxis, splitGrid } from './charts/split-grid.ts';
import { estimateAtZone } from './estimate-at-zone.ts';
import { ZONE_ORDER } from './garments/zone-weights.ts';
import { type PackedScale, packScale } from './best-places.ts';
import { type ScaleZone, buildScale, decidingStepCm } from './size-scale.ts';

/** Rows from the smallest to the largest, in the form in which bodies are compared with them. */
export interface PreparedScale {
  readonly status: 'ready';
  readonly scale: readonly ScaleZone[];
  readonly packed: PackedScale;
  readonly stepCm: number;
  readonly zonesKey: string;
}

type PreparedAxis = PreparedScale | { readonly status: 'no-zones' };

/** A chart that was checked. */
export type PreparedChart = PreparedAxis | { readonly status: 'invalid' } | { readonly status: 'grid'; readonly axes: readonly GridAxis[] };

/** By chart object, then by what is known of the body. Charts do not change once they are read. */
const prepared = new WeakMap<SizeChart, Map<string, PreparedChart>>();

/** Names the zones at which something is known of the body. */
export const knownZonesKey = (body: BodyEstimate): string => ZONE_ORDER.filter((zone) => estimateAtZone(body, zone) !== undefined).join();

/** @param key `knownZonesKey` of the body. */
export function prepareChart(chart: SizeChart, body: BodyEstimate, key: string): PreparedChart {
  return remembered(chart, key, () => {
    if (checkSizeChart(chart).some(({ severity }) => severity === 'error')) return { status: 'invalid' };
    const axes = splitGrid(chart);
    return axes.length > 0 ? { status: 'grid', axes } : prepareScale(buildScale(chart, body));
  });
}

/** One axis of a grid, which was checked as a whole. */
export function prepareAxis(chart: SizeChart, body: BodyEstimate, key: string): PreparedAxis {
  return remembered(chart, key, () => prepareScale(buildScale(chart, body, false)));
}

function remembered<T extends PreparedChart>(chart: SizeChart, key: string, prepare: () => T): T {
  const known = prepared.get(chart) ?? new Map<string, PreparedChart>();
  // A chart is either an axis or not, so what is remembered is what `prepare` gave.
  const ready = (known.get(key) as T | undefined) ?? prepare();
  prepared.set(chart, known.set(key, ready));
  return ready;
}

function prepareScale(scale: readonly ScaleZone[]): PreparedAxis {
  if (scale.length === 0) return { status: 'no-zones' };
  return { status: 'ready', scale, packed: packScale(scale), stepCm: decidingStepCm(scale), zonesKey: scale.map(({ zone }) => zone).join() };
}
