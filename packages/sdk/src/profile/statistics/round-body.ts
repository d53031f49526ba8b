import type { BodyEstimate } from '@vua/models/body';
import type { MeasurementStatistics, StatisticsZone } from '@vua/models/contracts';
import { binOfCm, randomizeBin, type RandomWord, type ResponseDesign } from '@vua/models/privacy';
import type { RandomizedAnswer } from './kept-statistics.ts';

/** What the contract takes. */
const LEAST_CM = 20;
const MOST_CM = 250;
const GIRTHS = ['chest', 'waist', 'hip', 'inseam'] as const;

type ValuesCm = Extract<MeasurementStatistics, { kind: 'rounded' }>['valuesCm'];

/** Whole centimetres; measurements that are missing or absurd are left out. */
function wholeCm({ profile, measurements }: BodyEstimate): [StatisticsZone, number][] {
  const means: [StatisticsZone, number | undefined][] = [...GIRTHS.map((zone): [StatisticsZone, number | undefined] => [zone, measurements[zone]?.meanCm]), ['stature', profile.statureCm]];
  return means.flatMap(([zone, cm]) => {
    const whole = Math.round(cm ?? Number.NaN);
    return whole >= LEAST_CM && whole <= MOST_CM ? [[zone, whole]] : [];
  });
}

function audienceOf({ profile: { sex } }: BodyEstimate): MeasurementStatistics['audience'] {
  if (sex === undefined) return 'unisex';
  return sex === 'female' ? 'women' : 'men';
}

/** The body in whole centimetres, or undefined when nothing of it is counted. */
export function roundBody(body: BodyEstimate): MeasurementStatistics | undefined {
  const valuesCm: ValuesCm = Object.fromEntries(wholeCm(body));
  return Object.keys(valuesCm).length === 0 ? undefined : { kind: 'rounded', audience: audienceOf(body), valuesCm };
}

/** One measurement of the body, drawn by chance and randomized: all that is told is one bin, and whether it is true is not known. */
export function randomizeBody(body: BodyEstimate, design: ResponseDesign, random: RandomWord): RandomizedAnswer | undefined {
  const values = wholeCm(body);
  // A favour of one word in 2^32 for the first zones tells nothing of a body.
  const drawn = values[random() % Math.max(1, values.length)];
  if (drawn === undefined) return undefined;
  const [zone, cm] = drawn;
  return { kind: 'randomized', audience: audienceOf(body), zone, ...design, bin: randomizeBin(binOfCm(zone, cm, design.bins), design, random) };
}
