import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sex } from '@vua/models/body';
import type { EvalPerson, PersonPicture } from './eval-person.ts';

/** DIR/manifest.json; of a person only id, pictures and stature are needed. */
export interface PeopleManifest {
  readonly generator?: string | { readonly kind?: string };
  readonly people: readonly ManifestPerson[];
}

interface ManifestPerson extends PersonFile {
  readonly id: string;
  readonly sex?: Sex;
  readonly front: string;
  readonly side: string;
  readonly measurements: EvalPerson['measurements'];
  readonly json?: string;
  readonly camera?: { readonly vfov_deg?: number };
}

/** ID.json of a development set. */
interface PersonFile {
  readonly torso_breadth_depth_cm?: EvalPerson['widthTruth'];
  readonly background?: string;
  readonly room?: string;
  readonly look?: { readonly skin?: string };
  readonly views?: { readonly front: ViewFile; readonly side: ViewFile };
}

interface ViewFile {
  readonly mask: string;
  readonly width: number;
  readonly height: number;
  readonly camera: { readonly f_px: number; readonly distance_cm: number };
  readonly joints_px: Readonly<Record<string, readonly [number, number]>>;
}

/** Where no camera is told: vertical field of view of an upright phone. */
export const USUAL_FOV_DEG = 50;

/** The manifest's people with what their own files add. */
export function readPeople(folder: string, manifest: PeopleManifest): EvalPerson[] {
  return manifest.people.map((person) => {
    const path = join(folder, person.json ?? `${person.id}.json`);
    const file = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PersonFile) : {};
    return evalPerson(person, { ...file, ...person });
  });
}

function evalPerson(person: ManifestPerson, file: PersonFile): EvalPerson {
  const fovDeg = person.camera?.vfov_deg ?? USUAL_FOV_DEG;
  return {
    id: person.id,
    sex: person.sex,
    pictures: { front: picture(person.front, file.views?.front, fovDeg), side: picture(person.side, file.views?.side, fovDeg) },
    measurements: person.measurements,
    widthTruth: file.torso_breadth_depth_cm,
    groups: groupsOf(person.sex, file),
  };
}

function picture(file: string, view: ViewFile | undefined, fovDeg: number): PersonPicture {
  if (view === undefined) return { file, focal: 0.5 / Math.tan((fovDeg * Math.PI) / 360) };
  const { width, height, camera, mask, joints_px: joints } = view;
  return {
    file,
    focal: camera.f_px / height,
    maskFile: mask,
    cmShare: camera.f_px / camera.distance_cm / height,
    joints: Object.fromEntries(Object.entries(joints).map(([name, [x, y]]) => [name, [x / width, y / height]])),
  };
}

function groupsOf(sex: Sex | undefined, { room, background, look }: PersonFile): Record<string, string> {
  const place = room ?? background;
  return {
    ...(sex && { sex }),
    ...(place !== undefined && { room: place }),
    ...(look?.skin !== undefined && { skin: skinTone(look.skin) }),
  };
}

/** The synthetic people's textures say no more than dark or light. */
function skinTone(texture: string): string {
  return /dark/i.test(texture) ? 'dark' : /light/i.test(texture) ? 'light' : texture;
}
