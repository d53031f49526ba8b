import type { BodyEstimate } from '@vua/models/body';
import type { GarmentType, SizeChart } from '@vua/models/contracts';
import { type SizeQuestion, adviseSize, createAdviser } from '@vua/models/size';
import { type Bench, type BenchRow, percentiles } from '../bench-result.ts';
import { cpuProbe } from '../cpu-probe.ts';

const GARMENTS = 1000;
const SHARED_CHARTS = 60;
const RUNS = 40;
const WARM_UP_RUNS = 5;
const LIMIT_MS = 50;

/** A body as a scan gives it: every zone known to about two centimetres, errors hanging together. */
const BODY: BodyEstimate = {
  source: 'camera', profile: { statureCm: 168, massKg: 63 },
  measurements: { chest: around(93.4, 3.4), waist: around(76.2, 2.6), waistNavel: around(82.1, 2.6), hip: around(98.7, 2.9), thigh: around(57.3, 2.3), inseam: around(77.8, 2) },
  correlation: { names: ['chest', 'waist', 'waistNavel', 'hip'], matrix: [[1, 0.3, 0.25, 0.2], [0.3, 1, 0.67, 0.25], [0.25, 0.67, 1, 0.3], [0.2, 0.25, 0.3, 1]] },
};

/** Where the first size begins, by garment. */
const STARTS_CM: readonly (readonly [GarmentType, Readonly<Record<string, number>>])[] = [
  ['shirt', { chest: 76, waist: 60, hip: 82 }], ['tee', { chest: 74 }], ['dress', { chest: 74, waist: 57, hip: 80 }],
  ['trousers', { waist: 57, hip: 80, inseam: 70 }], ['trousers', { waistNavel: 62, hip: 81, thigh: 45 }], ['skirt', { waist: 57, hip: 80 }],
];

/** Advice for a shop's list of garments, as "show only what fits me" asks for it. */
export const adviceBench: Bench = {
  name: 'advice',
  about: 'size advice for 1,000 garments',
  async run() {
    const probeMs = 1000 / cpuProbe();
    const row = (name: string, act: (run: number) => void, limit?: number): BenchRow => {
      const times = timesOf(act);
      const { p50, p95, p99 } = percentiles(times);
      return { case: name, value: p50, unit: 'ms', ratio: p50 / probeMs, p50, p95, p99, ...(limit !== undefined && { limit }) };
    };
    const charts = chartsOf(GARMENTS);
    const shared = chartsOf(SHARED_CHARTS);
    const rows = [
      row(`glance, ${GARMENTS} charts`, (run) => glanceAll(bodyOf(run), charts), LIMIT_MS),
      row(`glance, ${GARMENTS} garments on ${SHARED_CHARTS} charts, each chart once`, (run) => glanceAll(bodyOf(run), shared)),
      row(`glance, ${GARMENTS} charts, looser`, (run) => glanceAll(bodyOf(run), charts, 'loose')),
      row(`advice with reasons, ${GARMENTS} charts`, (run) => { const adviser = createAdviser({ body: bodyOf(run) }); for (const chart of charts) adviser.advise(chart); }),
      row('advice with reasons, one chart', (run) => void adviseSize({ body: bodyOf(run), chart: charts[run] as SizeChart })),
    ];
    // Last: so many charts in memory slow everything after them.
    const fresh = Array.from({ length: RUNS + WARM_UP_RUNS }, () => chartsOf(GARMENTS));
    return [...rows, row(`glance, ${GARMENTS} charts never seen before`, (run) => glanceAll(bodyOf(run), fresh[run] ?? []))];
  },
};

function glanceAll(body: BodyEstimate, charts: readonly SizeChart[], fitPreference: SizeQuestion['fitPreference'] = 'regular'): void {
  const adviser = createAdviser({ body, fitPreference });
  let sized = 0;
  for (const chart of charts) if (adviser.glance(chart).status !== 'unavailable') sized++;
  if (sized === 0) throw new Error('no garment had a size');
}

function timesOf(act: (run: number) => void): number[] {
  const times = Array.from({ length: RUNS + WARM_UP_RUNS }, (_, run) => {
    const start = performance.now();
    act(run);
    return performance.now() - start;
  });
  return times.slice(WARM_UP_RUNS);
}

/** Another body every time, so that nothing is remembered. */
function bodyOf(run: number): BodyEstimate {
  const { chest } = BODY.measurements;
  return { ...BODY, measurements: { ...BODY.measurements, ...(chest && { chest: around(chest.meanCm + run * 0.1, 3.4) }) } };
}

function chartsOf(count: number): SizeChart[] {
  return Array.from({ length: count }, (_, index) => {
    const [garmentType, starts] = STARTS_CM[index % STARTS_CM.length] as (typeof STARTS_CM)[number];
    const stepCm = 4 + (index % 5);
    return { id: `chart-${index}`, garmentType, fit: 'regular', rows: ['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'].map((label, row) => ({ label, body: rangesOf(starts, row * stepCm + (index % 7), stepCm) })) };
  });
}

function rangesOf(starts: Readonly<Record<string, number>>, fromCm: number, stepCm: number): SizeChart['rows'][number]['body'] {
  return Object.fromEntries(Object.entries(starts).map(([zone, startCm]) => [zone, { minCm: startCm + fromCm, maxCm: startCm + fromCm + stepCm }]));
}

function around(meanCm: number, halfCm: number): { meanCm: number; p5Cm: number; p95Cm: number } {
  return { meanCm, p5Cm: meanCm - halfCm, p95Cm: meanCm + halfCm };
}
