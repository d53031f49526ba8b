import { LEVEL_COUNT, MEASUREMENT_NAMES, SHAPE_VARIABLES, WIDTH_NAMES } from '../../src/body/index.ts';
import { DATA_NAME, LEVEL_NAME, type BodyProfileRow } from './read-profiles.ts';

/** A body as the variables of the shape model. Throws on a row without one of the measurements. */
export function shapeVector(row: BodyProfileRow): Float64Array {
  const x = new Float64Array(SHAPE_VARIABLES.count);
  const statureCm = known(row.measurements, 'stature_cm');
  for (let i = 0; i < LEVEL_COUNT; i += 1) {
    const [back, front] = row.back_front_cm[i] ?? [NaN, NaN];
    x[SHAPE_VARIABLES.curve('width', i)] = Math.log((row.width_cm[i] ?? NaN) / statureCm);
    x[SHAPE_VARIABLES.curve('depth', i)] = Math.log((row.depth_cm[i] ?? NaN) / statureCm);
    x[SHAPE_VARIABLES.curve('back', i)] = back / statureCm;
    x[SHAPE_VARIABLES.curve('front', i)] = front / statureCm;
  }
  for (const name of MEASUREMENT_NAMES) x[SHAPE_VARIABLES.measurement(name)] = Math.log(known(row.measurements, DATA_NAME[name]) / statureCm);
  for (const name of WIDTH_NAMES) {
    const share = known(row.levels_above_floor_cm, LEVEL_NAME[name]) / statureCm;
    x[SHAPE_VARIABLES.breadth(name)] = Math.log(atShare(row.width_cm, share) / statureCm);
    x[SHAPE_VARIABLES.cutDepth(name)] = Math.log(atShare(row.depth_cm, share) / statureCm);
  }
  x[SHAPE_VARIABLES.stature] = Math.log(statureCm);
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
  const at = (share - 0.3) * 100;
  const low = Math.floor(at);
  return (curve[low] as number) + (at - low) * ((curve[low + 1] as number) - (curve[low] as number));
}
