import { closeArms } from './close-arms.ts';
import { drawSeed, uniform } from './draws.ts';
import type { PersonPicture } from './eval-person.ts';
import { handheld } from './handheld.ts';
import type { Perturbation } from './perturbation.ts';
import type { PictureChange } from '../scan-lab/picture-change.ts';

export const PERTURBATION_NAMES = ['tilt', 'blur', 'half-light', 'noise', 'jpeg50', 'height', 'dilated', 'arm-touching', 'handheld'] as const;
export type PerturbationName = (typeof PERTURBATION_NAMES)[number];

const NO_CHANGE = { statureCm: 0, front: [], side: [] };
const DILATED_CM = 1;

/** Both pictures changed alike. */
const both = (change: PictureChange) => ({ statureCm: 0, front: [change], side: [change] });

/** The ways in which `eval:body` spoils captures. */
export const PERTURBATIONS: Readonly<Record<PerturbationName, Perturbation>> = {
  'tilt': {
    distribution: 'camera turned about its optical centre, the same in both views: pitch and roll each uniform in -10..10 degrees; what leaves the picture is lost, what enters repeats the border',
    captures: 1,
    draw(random, { pictures }) {
      const [pitchDeg, rollDeg] = [uniform(random, -10, 10), uniform(random, -10, 10)];
      const turned = ({ focal }: PersonPicture): PictureChange[] => [{ type: 'move-camera', pitchDeg, rollDeg, focal }];
      return { statureCm: 0, front: turned(pictures.front), side: turned(pictures.side) };
    },
  },
  'blur': {
    distribution: 'normal blur, the same in both views: standard deviation uniform in 0.08-0.24 % of the picture height (1-3 px at 1280)',
    captures: 1,
    draw: (random) => both({ type: 'blur', sigmaShare: uniform(random, 0.0008, 0.0024) }),
  },
  'half-light': {
    distribution: 'linear light times a factor uniform in 0.4-0.6, the same in both views',
    captures: 1,
    draw: (random) => both({ type: 'light', gain: uniform(random, 0.4, 0.6) }),
  },
  'noise': {
    distribution: 'independent normal noise on each channel of each pixel: standard deviation uniform in 8-16 of 255, the same in both views',
    captures: 1,
    draw(random) {
      const sd = uniform(random, 8, 16);
      const noise = (): PictureChange[] => [{ type: 'noise', sd, seed: drawSeed(random) }];
      return { statureCm: 0, front: noise(), side: noise() };
    },
  },
  'jpeg50': {
    distribution: 'both pictures encoded again as JPEG of quality 50 by the browser',
    captures: 1,
    draw: () => both({ type: 'jpeg', quality: 0.5 }),
  },
  'height': {
    distribution: 'stature typed 2 cm too high or 2 cm too low, each as likely',
    captures: 1,
    draw: (random) => ({ ...NO_CHANGE, statureCm: random() < 0.5 ? -2 : 2 }),
  },
  'dilated': {
    distribution: `outline dilated by ${DILATED_CM} cm all round in both views: the person's own edge colours are carried outwards from the exact mask`,
    captures: 1,
    missing: ({ pictures }) => (hasMask(pictures.front) && hasMask(pictures.side) ? undefined : 'exact masks and cameras'),
    draw: (_random, { pictures }) => ({ statureCm: 0, front: dilated(pictures.front), side: dilated(pictures.side) }),
  },
  'arm-touching': closeArms,
  handheld,
};

function hasMask({ maskFile, cmShare }: PersonPicture): boolean {
  return maskFile !== undefined && cmShare !== undefined;
}

function dilated({ maskFile = '', cmShare = 0 }: PersonPicture): PictureChange[] {
  return [{ type: 'dilate', maskUrl: `/pictures/${maskFile}`, radiusShare: DILATED_CM * cmShare }];
}
