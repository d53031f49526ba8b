import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BodyEstimate } from '@vua/models/body';
import { type SizeAdvice, adviseSize } from '@vua/models/size';
import { buildClip } from '../../../../sdk/src/testing/build-clip.ts';
import { CATALOG } from './start-shop.ts';

const PEOPLE = fileURLToPath(new URL('../../../../sdk/src/testing/fixtures/people/', import.meta.url));
/** The front must last until the turn is asked for; a scan that is slower than that meets it again, for the clip begins anew. */
const PLAN = { frontS: 12, turnS: 1.5, sideS: 22 };
/** So exact is the truth, in centimetres: measured on the mesh. */
const EXACT_CM = 0.05;

export type PersonId = 'dev-003' | 'dev-005';

/** A rendered person whose true measurements are known. */
export interface Person {
  readonly statureCm: number;
  readonly trueCm: Readonly<Record<'chest' | 'waist' | 'waistNavel' | 'hip' | 'inseam', number>>;
  /** Paths of two photos. */
  readonly photos: Readonly<Record<'front' | 'side', string>>;
}

export function personOf(id: PersonId): Person {
  const { measurements } = JSON.parse(readFileSync(join(PEOPLE, id, 'truth.json'), 'utf8')) as { measurements: Readonly<Record<string, number>> };
  const cm = (name: string): number => measurements[`${name}_cm`] ?? Number.NaN;
  return {
    statureCm: cm('stature'),
    trueCm: { chest: cm('chest'), waist: cm('waist'), waistNavel: cm('waist_navel'), hip: cm('hip'), inseam: cm('inseam') },
    photos: { front: join(PEOPLE, id, 'front.jpg'), side: join(PEOPLE, id, 'side.jpg') },
  };
}

/** What the browser must be started with so that its camera sees this person. */
export function cameraOf(id: PersonId): readonly string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'vua-clip-')), `${id}.mjpeg`);
  buildClip(join(PEOPLE, id), PLAN, file);
  return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
}

/** The sizes that a person's true measurements give on a product's chart: one, or the two between which they lie. */
export function trueSizes({ statureCm, trueCm }: Person, productId: string): readonly string[] {
  const chartId = CATALOG.products.find(({ id }) => id === productId)?.sizeChartId;
  const chart = CATALOG.sizeCharts.find(({ id }) => id === chartId);
  if (chart === undefined) throw new Error(`${productId} has no size chart`);
  const measurements = Object.fromEntries(Object.entries(trueCm).map(([name, meanCm]) => [name, { meanCm, p5Cm: meanCm - EXACT_CM, p95Cm: meanCm + EXACT_CM }]));
  const body: BodyEstimate = { source: 'camera', profile: { statureCm }, measurements };
  return sizesOf(adviseSize({ body, chart }));
}

function sizesOf(advice: SizeAdvice): readonly string[] {
  if (advice.status === 'recommended') return [advice.size];
  return advice.status === 'between' ? [advice.smaller, advice.larger] : [];
}
