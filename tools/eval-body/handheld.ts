import type { Random } from '../../packages/models/training/body/random.ts';
import type { PictureChange } from '../scan-lab/picture-change.ts';
import { cutNormal, drawSeed, uniform } from './draws.ts';
import type { PersonPicture } from './eval-person.ts';
import type { Perturbation } from './perturbation.ts';

/** Standard deviations of a hand that holds a phone. */
const SD = { shiftShare: 0.015, tiltDeg: 1.5, scale: 0.02, exposureStops: 0.25 } as const;
const NOISE = { from: 2, to: 6 } as const;

/** Ten captures of each person, as repeated scans would give. */
export const handheld: Perturbation = {
  distribution: `ten captures a person, every view drawn anew: shift right and down each normal, sd ${100 * SD.shiftShare} % of the picture height; `
    + `pitch and roll each normal, sd ${SD.tiltDeg} degrees; scale 1 + normal, sd ${100 * SD.scale} %; linear light times 2^normal, sd ${SD.exposureStops}; `
    + `all cut at two standard deviations; noise with an sd uniform in ${NOISE.from}-${NOISE.to} of 255`,
  captures: 10,
  people: 20,
  draw: (random, { pictures }) => ({ statureCm: 0, front: held(random, pictures.front), side: held(random, pictures.side) }),
};

function held(random: Random, { focal }: PersonPicture): PictureChange[] {
  return [
    {
      type: 'move-camera', focal,
      pitchDeg: cutNormal(random, SD.tiltDeg), rollDeg: cutNormal(random, SD.tiltDeg),
      shift: [cutNormal(random, SD.shiftShare), cutNormal(random, SD.shiftShare)],
      scale: 1 + cutNormal(random, SD.scale),
    },
    { type: 'light', gain: 2 ** cutNormal(random, SD.exposureStops) },
    { type: 'noise', sd: uniform(random, NOISE.from, NOISE.to), seed: drawSeed(random) },
  ];
}
