import { readFileSync } from 'node:fs';
import type { PoseWeights } from '../../src/body/body-model.ts';
import type { SeenPerson } from './fit-sensors.ts';
import type { Person } from './people.ts';
import { readProfile, type WrittenProfile } from './written-profile.ts';

/** The file that `npm run read:people` writes: every look at every picture, by person. */
export type WrittenSights = Readonly<Record<string, { readonly front: readonly WrittenProfile[]; readonly side: readonly WrittenProfile[] }>>;

/** The people of a file; those of whom a view was refused are left out. */
export function readSights(file: string, weights: PoseWeights, people: readonly Person[]): SeenPerson[] {
  const sights = JSON.parse(readFileSync(file, 'utf8')) as WrittenSights;
  return people.flatMap((person) => {
    const { front = [], side = [] } = sights[person.id] ?? {};
    return front.length === 0 || side.length === 0 ? [] : [{ person, weights, profiles: { front: front.map(readProfile), side: side.map(readProfile) } }];
  });
}
