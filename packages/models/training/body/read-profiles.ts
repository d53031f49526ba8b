import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Sex } from '../../src/body/body-estimate.ts';
import type { MeasurementName } from '../../src/body/measurement-name.ts';
import type { WidthName } from '../../src/body/shape-variables.ts';

/** One line of `body-profiles/profiles.jsonl.gz`. */
export interface BodyProfileRow {
  readonly id: string;
  readonly parents: readonly string[];
  readonly sex: Sex;
  readonly measurements: Readonly<Record<string, number>>;
  readonly levels_above_floor_cm: Readonly<Record<string, number>>;
  readonly width_cm: readonly number[];
  readonly depth_cm: readonly number[];
  readonly back_front_cm: readonly (readonly [number, number])[];
}

export function readProfiles(dataDir: string): BodyProfileRow[] {
  const text = gunzipSync(readFileSync(join(dataDir, 'body-profiles', 'profiles.jsonl.gz'))).toString('utf8');
  return text.trim().split('\n').map((line) => JSON.parse(line) as BodyProfileRow);
}

/** Our names -> those of the data sets. */
export const DATA_NAME: Readonly<Record<MeasurementName, string>> = {
  chest: 'chest_cm', waist: 'waist_cm', waistNavel: 'waist_navel_cm', hip: 'hip_cm', neck: 'neck_cm', shoulderBreadth: 'shoulder_breadth_cm',
  upperArm: 'upper_arm_cm', thigh: 'thigh_cm', calf: 'calf_cm', wrist: 'wrist_cm', inseam: 'inseam_cm', armLength: 'arm_length_cm',
  torsoLength: 'torso_length_cm', backWaistLength: 'back_waist_length_cm',
};

/** The cut of each width in `levels_above_floor_cm`. */
export const LEVEL_NAME: Readonly<Record<WidthName, string>> = { chest: 'nipple', waist: 'natural_waist', waistNavel: 'navel', hip: 'hip' };

/** Keys of `torso_breadth_depth_cm`. */
export const CUT_NAME: Readonly<Record<WidthName, string>> = { chest: 'chest', waist: 'waist', waistNavel: 'waist_navel', hip: 'hip' };
