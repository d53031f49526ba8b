import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { adviceBench } from './advice/advice-bench.ts';
import type { Bench, BenchResult, BenchRow, BenchRun } from './bench-result.ts';
import { bundleBench } from './bundle/bundle-bench.ts';
import { cpuProbe } from './cpu-probe.ts';
import { ingestBench } from './ingest/ingest-bench.ts';
import { ingestSoak } from './ingest/ingest-soak.ts';
import { recommendBench } from './recommend/recommend-bench.ts';
import { scanBench } from './scan/scan-bench.ts';
import { sequenceBench } from './sequence/sequence-bench.ts';
import { trackerBench } from './tracker/tracker-bench.ts';
import { trendsBench } from './trends/trends-bench.ts';

const BENCHES: readonly Bench[] = [scanBench, bundleBench, adviceBench, ingestBench, ingestSoak, trackerBench, sequenceBench, recommendBench, trendsBench];

const HELP = `npm run bench -- NAME [--json FILE]

${BENCHES.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}

Figures are void when the machine is busy before the bench, or slower after it than before.`;

/** The machine counts as busy above this load on each core, one minute's average. */
const BUSY_LOAD = 0.5;
/** A probe that falls by more than this means that something else ran. */
const PROBE_DRIFT = 0.2;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' }, help: { type: 'boolean', default: false } } });
const bench = BENCHES.find(({ name }) => name === positionals[0]);

if (values.help) console.log(HELP);
else if (bench === undefined) {
  console.error(HELP);
  process.exitCode = 2;
} else await report(bench);

async function report(chosen: Bench): Promise<void> {
  const load = (loadavg()[0] ?? 0) / availableParallelism();
  const before = cpuProbe();
  const found = await chosen.run();
  const run: BenchRun = 'rows' in found ? found : { rows: found, probeRps: before };
  const after = cpuProbe();
  const busy = load > BUSY_LOAD ? `load of ${load.toFixed(2)} a core before the bench` : false;
  const drift = Math.abs(after - before) / before > PROBE_DRIFT ? `probe went from ${before.toFixed(0)} to ${after.toFixed(0)} rounds a second` : false;
  const result: BenchResult = { name: chosen.name, void: busy || drift || run.void || false, probe: { rps: run.probeRps }, rows: run.rows };
  console.table(Object.fromEntries(run.rows.map((row) => [row.case, printed(row)])));
  console.log(`probe ${before.toFixed(0)} rounds/s before, ${after.toFixed(0)} after; load ${load.toFixed(2)} a core`);
  if (result.void !== false) console.log(`VOID: ${result.void}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, undefined, 2)}\n`);
}

function printed(row: BenchRow): Record<string, string> {
  const number = (given: number | undefined): string => (given === undefined ? '' : given.toFixed(given < 10 ? 2 : 1));
  const { value, unit, ratio, p50, p95, p99 } = row;
  return { value: `${number(value)} ${unit}`, ratio: number(ratio), p50: number(p50), p95: number(p95), p99: number(p99), limit: judged(row) };
}

function judged({ value, ratio, limit, atLeast, ratioAtLeast }: BenchRow): string {
  const bounds = [
    ...(limit === undefined ? [] : [{ text: `<= ${limit}`, isKept: value <= limit }]),
    ...(atLeast === undefined ? [] : [{ text: `>= ${atLeast}`, isKept: value >= atLeast }]),
    ...(ratioAtLeast === undefined ? [] : [{ text: `ratio >= ${ratioAtLeast}`, isKept: ratio !== undefined && ratio >= ratioAtLeast }]),
  ];
  return bounds.map(({ text, isKept }) => `${text} ${isKept ? 'ok' : 'MISSED'}`).join(', ');
}
