import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPeople, type Person } from './people.ts';
import { exactPose } from './exact-pose.ts';
import { fitSensors, type SeenPerson } from './fit-sensors.ts';
import { traceView } from '../../src/silhouette/trace-view.ts';
import type { BodyPose, RgbaImage } from '../../src/pose/index.ts';
import type { BodyModel } from '../../src/body/body-model.ts';
import { measureBody } from '../../src/body/measure-body.ts';
import { MEASUREMENT_NAMES } from '../../src/body/measurement-name.ts';
import { CUT_NAME, DATA_NAME, readProfiles } from './read-profiles.ts';
import { WIDTH_NAMES } from '../../src/body/shape-variables.ts';
import { shapeVector } from './shape-vector.ts';
import { fitFactorGaussian } from './fit-factor-gaussian.ts';
import { seededRandom } from './random.ts';
import type { View } from '../../src/silhouette/index.ts';
import { execFileSync } from 'node:child_process';
const data = '/work/shared/data';
const withMass = process.argv.includes('--mass');
const dump = process.env.DUMP;
const RANK = Number(process.env.RANK ?? 40);
const people = readPeople(join(data, 'people'));
function dumped(p: Person, view: View): BodyPose {
  const j = JSON.parse(readFileSync(join(dump!, `${p.id}-${view}.json`), 'utf8'));
  const b = readFileSync(join(dump!, `${p.id}-${view}.mask.f32`));
  const m = j.mask ?? j;
  return { ...j, mask: { widthPx: m.widthPx, heightPx: m.heightPx, frameToMask: m.frameToMask, probability: new Float32Array(b.buffer, b.byteOffset, b.length / 4) } };
}
function picture(p: Person, view: View): RgbaImage | undefined {
  if (process.env.IMG === '0') return undefined;
  const raw = `/tmp/body-dev-${p.id}-${view}.rgba`;
  if (!existsSync(raw)) execFileSync('convert', [join(data, 'people', p.views[view].image), '-depth', '8', `rgba:${raw}`]);
  return { data: readFileSync(raw), widthPx: 720, heightPx: 1280 };
}
const t0 = Date.now();
const seen: SeenPerson[] = people.map((person) => {
  const of = (view: View) => traceView(dump ? dumped(person, view) : exactPose(join(data, 'people'), person, view), view, dump ? picture(person, view) : undefined)!;
  return { person, profiles: { front: of('front'), side: of('side') } };
});
console.log('traced', Date.now() - t0);
const rows = readProfiles(data).map((row) => ({ row, x: shapeVector(row) }));
const FOLDS = 6;
const models = Array.from({ length: FOLDS }, (_, f): BodyModel => {
  const out = new Set(people.filter((_, i) => i % FOLDS === f).map((p) => p.id));
  const keep = rows.filter(({ row }) => !row.parents.some((q) => out.has(q)));
  const shape = (sex: string) => fitFactorGaussian(keep.filter(({ row }) => row.sex === sex).map(({ x }) => x), RANK, seededRandom(1));
  const shapes = { female: shape('female'), male: shape('male') };
  return { version: '', shape: shapes, sensors: fitSensors(seen.filter((s) => !out.has(s.person.id)), shapes), calibrations: { field: { female: {}, male: {} }, synthetic: { female: {}, male: {} } }, spread: Object.fromEntries(MEASUREMENT_NAMES.map((n) => [n, 1])) as never, answers: {} as never };
});
console.log('fit', Date.now() - t0, JSON.stringify({ f: models[0]!.sensors.features, ...(process.argv.includes('--curves') ? { c: models[0]!.sensors.curves } : {}) }, (_, v) => typeof v === 'number' ? +v.toFixed(4) : v));
const errs: Record<string, number[]> = {}; const inside: Record<string, number[]> = {};
people.forEach((p, i) => {
  const profile = withMass ? { statureCm: p.measurements.stature_cm!, massKg: p.measurements.mass_kg!, sex: p.sex } : { statureCm: p.measurements.stature_cm! };
  const out = measureBody({ front: [seen[i]!.profiles.front], side: [seen[i]!.profiles.side], profile, model: models[i % FOLDS]!, calibration: 'synthetic' });
  if (out.status === 'refused') { console.log(p.id, out.view, out.reason); return; }
  for (const n of MEASUREMENT_NAMES) {
    const e = out.body.measurements[n]!; const t = p.measurements[DATA_NAME[n]]!;
    (errs[n] ??= [])[i] = e.meanCm - t; (inside[n] ??= []).push(t >= e.p5Cm && t <= e.p95Cm ? 1 : 0);
  }
  for (const n of WIDTH_NAMES) for (const k of [0, 1] as const) (errs[n + 'BD'[k]] ??= [])[i] = out.widths[n][k] - p.torso_breadth_depth_cm[CUT_NAME[n]]![k];
});
const avg = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
for (const [n, all] of Object.entries(errs)) { const v = all.filter((x) => x !== undefined); console.log(n.padEnd(16), avg(v.map(Math.abs)).toFixed(2), 'bias', avg(v).toFixed(2), 'in', inside[n] ? avg(inside[n]!).toFixed(2) : '', 'worst', all.map((x, i) => `${people[i]!.id.slice(4)}:${x.toFixed(1)}`).filter(Boolean).sort((a, b) => Math.abs(+b.slice(4)) - Math.abs(+a.slice(4))).slice(0, 6).join(' ')); }
console.log('inside', avg(Object.values(inside).map(avg)).toFixed(3), Date.now() - t0, 'ms');
if (process.argv.includes('--resid')) {
  const { expectedCurve } = await import('./truth-residuals.ts');
  const { readViews } = await import('../../src/body/read-views.ts');
  const { levelOf } = await import('../../src/body/shape-variables.ts');
  for (const curve of ['width', 'depth'] as const) {
    const res: number[][] = Array.from({ length: 59 }, () => []);
    people.forEach((p, i) => {
      const m = models[i % FOLDS]!;
      const r = readViews({ front: [seen[i]!.profiles.front], side: [seen[i]!.profiles.side] }, p.measurements.stature_cm!, m.sensors.cameras);
      const e = expectedCurve(m.shape[p.sex], p, curve);
      for (let k = 0; k < 59; k += 1) { const d = r.curves[curve][k]! - e[k]!; if (Number.isFinite(d)) res[k]!.push(d * 100); }
    });
    for (let k = 10; k < 59; k += 2) { const v = res[k]!.toSorted((a, b) => a - b); const q = (t: number) => v.length ? v[Math.floor(t * (v.length - 1))]!.toFixed(1) : ''; console.log(curve, levelOf(k).toFixed(2), 'n', v.length, 'p10', q(.1), 'p25', q(.25), 'med', q(.5), 'p75', q(.75), 'p90', q(.9), 'mean', v.length ? avg(v).toFixed(1) : ''); }
  }
}
