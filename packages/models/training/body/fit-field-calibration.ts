import type { Sex } from '../../src/body/body-estimate.ts';
import type { BodyModel, GirthShift } from '../../src/body/body-model.ts';
import type { MeasurementName } from '../../src/body/measurement-name.ts';
import type { SurveyRow } from './read-anthropometry.ts';
import { DATA_NAME, LEVEL_NAME, type BodyProfileRow } from './read-profiles.ts';
import { predict, ridge } from './ridge.ts';

/** Girths whose relation to width and depth differs between real people and the meshes. */
type FieldGirth = 'chest' | 'waistNavel' | 'hip';

/** The natural waist was taped in no survey: it takes the navel's shift, with this much more doubt. */
const UNTAPED_WAIST_SD = 0.01;
/** Doubt that remains where both agree. */
const LEAST_SD = 0.01;
/** Callipers press and sit at the midline, silhouettes do not: as much as this share of the shift may be definition. */
const DEFINITION_SHARE = 0.4;

/**
 * The `field` calibration: how much longer the tape is on real people (ANSUR II) than on a synthetic body of the same
 * widths and depths. Chest breadth is left out on purpose: the calliper one does not see the back muscles that a
 * silhouette shows.
 */
export function fitFieldCalibration(ansur: readonly SurveyRow[], profiles: readonly BodyProfileRow[]): BodyModel['calibrations']['field'] {
  const ofSex = (sex: Sex): Partial<Record<MeasurementName, GirthShift>> => {
    const shift = (girth: FieldGirth): GirthShift =>
      girthShift(girth, ansur.filter(({ profile }) => profile.sex === sex), profiles.filter((row) => row.sex === sex));
    const navel = shift('waistNavel');
    return { chest: shift('chest'), waist: { shift: navel.shift, sd: Math.hypot(navel.sd, UNTAPED_WAIST_SD) }, waistNavel: navel, hip: shift('hip') };
  };
  return { female: ofSex('female'), male: ofSex('male') };
}

/** Callipers that decide each girth. */
const SEES: Readonly<Record<FieldGirth, (c: SurveyRow['callipers']) => readonly number[]>> = {
  chest: (c) => [c.chestDepth, c.waistBreadth, c.waistDepth, c.hipBreadth],
  waistNavel: (c) => [c.waistBreadth, c.waistDepth],
  hip: (c) => [c.hipBreadth, c.hipDepth],
};

function girthShift(girth: FieldGirth, ansur: readonly SurveyRow[], profiles: readonly BodyProfileRow[]): GirthShift {
  const features = (statureCm: number, callipers: SurveyRow['callipers']): number[] => [1, ...SEES[girth](callipers).map((cm) => Math.log(cm / statureCm))];
  const weights = ridge(
    ansur.map(({ profile, callipers }) => features(profile.statureCm, callipers)),
    ansur.map(({ profile, measurements }) => Math.log((measurements[girth] ?? NaN) / profile.statureCm)),
    1e-6,
  );
  const differences = profiles.map((row) => {
    const statureCm = row.measurements['stature_cm'] ?? NaN;
    return predict(weights, features(statureCm, meshCallipers(row))) - Math.log((row.measurements[DATA_NAME[girth]] ?? NaN) / statureCm);
  });
  const shift = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return { shift, sd: Math.max(LEAST_SD, DEFINITION_SHARE * Math.abs(shift)) };
}

function meshCallipers(row: BodyProfileRow): SurveyRow['callipers'] {
  const at = (curve: readonly number[], level: string): number => {
    const place = ((row.levels_above_floor_cm[level] ?? NaN) / (row.measurements['stature_cm'] ?? NaN) - 0.3) * 100;
    const low = Math.floor(place);
    return (curve[low] as number) + (place - low) * ((curve[low + 1] as number) - (curve[low] as number));
  };
  return {
    chestDepth: at(row.depth_cm, LEVEL_NAME.chest), waistBreadth: at(row.width_cm, LEVEL_NAME.waistNavel), waistDepth: at(row.depth_cm, LEVEL_NAME.waistNavel),
    hipBreadth: at(row.width_cm, LEVEL_NAME.hip), hipDepth: at(row.depth_cm, LEVEL_NAME.hip),
  };
}
