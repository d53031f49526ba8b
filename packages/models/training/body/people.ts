import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sex } from '../../src/body/index.ts';
import type { View } from '../../src/silhouette/index.ts';

/** One view in the JSON of a person of `people/`; only what is used here. */
export interface PersonView {
  readonly image: string;
  readonly mask: string;
  readonly width: number;
  readonly height: number;
  readonly camera: { readonly pitch_deg: number; readonly f_px: number; readonly height_cm: number; readonly distance_cm: number };
  readonly joints_px: Readonly<Record<string, readonly [number, number]>>;
}

/** One person of `people/` with truth (cm, kg). */
export interface Person {
  readonly id: string;
  readonly sex: Sex;
  readonly measurements: Readonly<Record<string, number>>;
  readonly torso_breadth_depth_cm: Readonly<Record<string, readonly [number, number]>>;
  readonly levels_above_floor_cm: Readonly<Record<string, number>>;
  readonly views: Readonly<Record<View, PersonView>>;
}

/** All people that the manifest in `dir` names. */
export function readPeople(dir: string): Person[] {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { people: { json: string }[] };
  return manifest.people.map(({ json }) => JSON.parse(readFileSync(join(dir, json), 'utf8')) as Person);
}
