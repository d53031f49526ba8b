import type { PictureChange } from '../scan-lab/picture-change.ts';
import { uniform } from './draws.ts';
import type { PersonPicture } from './eval-person.ts';
import type { Perturbation } from './perturbation.ts';

const NEEDED = ['left', 'right'].flatMap((side) => ['shoulder', 'elbow', 'wrist', 'hip'].map((joint) => `${side}_${joint}`));

/** Arms that touch the trunk: the gap is painted, as moving an arm would need to know what lies behind it. */
export const closeArms: Perturbation = {
  distribution: 'front view: the gap between arm and trunk painted with the arm\'s own colours down to a share of the way from shoulder to wrist, uniform in 0.4-0.8; left arm, right arm or both, each as likely; side view as it is',
  captures: 1,
  missing: ({ pictures: { front } }) => (front.maskFile !== undefined && NEEDED.every((name) => front.joints?.[name]) ? undefined : 'exact masks and joints'),
  draw(random, { pictures: { front } }) {
    const sides = ([['left'], ['right'], ['left', 'right']] as const)[Math.floor(3 * random())] ?? [];
    const arms = sides.map((side) => armOf(front, side, uniform(random, 0.4, 0.8)));
    const change: PictureChange = { type: 'close-arm-gaps', maskUrl: `/pictures/${front.maskFile ?? ''}`, arms };
    return { statureCm: 0, front: [change], side: [] };
  },
};

function armOf({ joints = {} }: PersonPicture, side: 'left' | 'right', reach: number) {
  const at = (name: string): readonly [number, number] => joints[name] ?? [NaN, NaN];
  const middle = (joint: string): readonly [number, number] => {
    const [left, right] = [at(`left_${joint}`), at(`right_${joint}`)];
    return [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  };
  return {
    shoulder: at(`${side}_shoulder`), elbow: at(`${side}_elbow`), wrist: at(`${side}_wrist`),
    trunk: [middle('shoulder'), middle('hip')] as const, reach,
  };
}
