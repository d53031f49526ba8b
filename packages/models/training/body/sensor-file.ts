import { readFileSync } from 'node:fs';
import type { BodyModel } from '../../src/body/body-model.ts';
import type { MeasurementName } from '../../src/body/measurement-name.ts';
import type { SightRows } from './sight-rows.ts';

/** What `fit-sensors` learnt from pictures: kept beside the training code, because the pictures need a browser and a pose model. */
export interface SensorFile {
  readonly sensors: BodyModel['sensors'];
  /** What each sight showed: the gaps that the shape correction is learnt with. */
  readonly sights: readonly SightRows[];
  readonly spread: Readonly<Record<MeasurementName, number>>;
  /** Folds over `people/` that left people and their descendants out; cm, by the weights that saw them. */
  readonly metrics: Readonly<Record<'both' | 'full' | 'lite', FoldErrors>> & { readonly folds: number };
}

/** Mean absolute errors by measurement or width, cm; `n`: people, `refused`: of them. */
export type FoldErrors = Readonly<Record<'statureOnly' | 'withMassAndSex', Readonly<Record<string, number>>>>;

export const SENSOR_FILE = new URL('./sensors.json', import.meta.url);

export function readSensorFile(): SensorFile {
  return JSON.parse(readFileSync(SENSOR_FILE, 'utf8')) as SensorFile;
}
