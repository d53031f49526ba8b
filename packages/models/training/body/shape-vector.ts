import { MEASUREMENT_NAMES } from '../../src/body/measurement-name.ts';
import { LEVEL_COUNT, levelOf, SHAPE_VARIABLES, WIDTH_NAMES } from '../../src/body/shape-variables.ts';
import { DATA_NAME, LEVEL_NAME, type BodyProfileRow } from './read-profiles.ts';

/** First level of the table, statures; it goes on in steps of 0.01. */
const TABLE_FROM = 0.3;

/** A body as the variables of the shape model. Throws on a row without one of the measurements. */
export function shapeVector(row: BodyProfileRow): Float64Array {
  const x = new Float64Array(SHAPE_VARIABLES.count);
  const statureCm = known(row.measurements, 'stature_cm');
  for (let level = 0; level < LEVEL_COUNT; level += 1) {
    const i = Math.round((levelOf(level) - TABLE_FROM) * 100);
    const [back, front] = row.back_front_cm[i] ?? [NaN, NaN];
    x[SHAPE_VARIABLES.curve('width', level)] = Math.log((row.width_cm[i] ?? NaN) / statureCm);
    x[SHAPE_VARIABLES.curve('depth', level)] = Math.log((row.depth_cm[i] ?? NaN) / statureCm);
    x[SHAPE_VARIABLES.curve('back', level)] = back / statureCm;
    x[SHAPE_VARIABLES.curve('front', level)] = front / statureCm;
  }
  for (const name of MEASUREMENT_NAMES) x[SHAPE_VARIABLES.measurement(name)] = Math.log(known(row.measurements, DATA_NAME[name]) / statureCm);
  for (const name of WIDTH_NAMES) {
    const share = known(row.levels_above_floor_cm, LEVEL_NAME[name]) / statureCm;
    x[SHAPE_VARIABLES.breadth(name)] = Math.log(atShare(row.width_cm, share) / statureCm);
    x[SHAPE_VARIABLES.cutDepth(name)] = Math.log(atShare(row.depth_cm, share) / statureCm);
  }
  x[SHAPE_VARIABLES.stature] = Math.log(statureCm);
  x[SHAPE_VARIABLES.ankle] = Math.log(known(row.measurements, 'ankle_cm') / statureCm);
  x[SHAPE_VARIABLES.mass] = Math.log(known(row.measurements, 'mass_kg'));
  if (x.some(Number.isNaN)) throw new Error(`${row.id} lacks a value`);
  return x;
}

function known(values: Readonly<Record<string, number>>, name: string): number {
  const value = values[name];
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
}

function atShare(curve: readonly number[], share: number): number {
  const at = (share - TABLE_FROM) * 100;
  const low = Math.floor(at);
  return (curve[low] as number) + (at - low) * ((curve[low + 1] as number) - (curve[low] as number));
}
