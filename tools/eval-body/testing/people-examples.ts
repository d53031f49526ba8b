import type { EvalPerson, PersonPicture } from '../eval-person.ts';

const JOINTS = {
  left_shoulder: [0.6, 0.3], left_elbow: [0.7, 0.4], left_wrist: [0.8, 0.5], left_hip: [0.55, 0.5],
  right_shoulder: [0.4, 0.3], right_elbow: [0.3, 0.4], right_wrist: [0.2, 0.5], right_hip: [0.45, 0.5],
} as const;

function picture(view: string): PersonPicture {
  return { file: `a-${view}.jpg`, focal: 1.2, maskFile: `a-${view}-mask.png`, cmShare: 0.004, joints: JOINTS };
}

/** Somebody of whom everything is known. */
export const KNOWN_PERSON: EvalPerson = {
  id: 'a', sex: 'female', pictures: { front: picture('front'), side: picture('side') },
  measurements: { stature_cm: 170, mass_kg: 60, chest_cm: 90 }, groups: { sex: 'female' },
};

/** Somebody of whom there are pictures and stature only. */
export const UNKNOWN_PERSON: EvalPerson = {
  id: 'b', pictures: { front: { file: 'b-front.jpg', focal: 1.07 }, side: { file: 'b-side.jpg', focal: 1.07 } }, measurements: { stature_cm: 180 }, groups: {},
};
