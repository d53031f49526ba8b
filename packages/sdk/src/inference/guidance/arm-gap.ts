import { type BodyPose, type Landmark, landmarkOf, sampleMask } from '@vua/models/pose';

/** Where the gap is looked for, from the hips (0) to the shoulders (1): a little above the waist. Further up even good stances have none. */
const LEVEL = 0.45;
const SAMPLES = 48;

/**
 * How closed the gap between trunk and arm is (0-1, the worse side): the least probability of the mask on the way from the
 * middle of the trunk to the arm. Undefined without a mask, or when an arm does not reach down to the level.
 */
export function armGap(pose: BodyPose): number | undefined {
  const { mask } = pose;
  if (!mask) return undefined;
  const [shoulder, hip] = [middle(pose, 'shoulder'), middle(pose, 'hip')];
  const y = hip.y + LEVEL * (shoulder.y - hip.y);
  const trunkX = hip.x + LEVEL * (shoulder.x - hip.x);
  const sides = (['left', 'right'] as const).flatMap((side) => {
    const armX = armAt(pose, side, y);
    if (armX === undefined) return [];
    const along = Array.from({ length: SAMPLES + 1 }, (_, i) => sampleMask(mask, trunkX + ((armX - trunkX) * i) / SAMPLES, y));
    return [Math.min(...along)];
  });
  return sides.length === 2 ? Math.max(...sides) : undefined;
}

/** Where the arm's axis crosses the row `y`. */
function armAt(pose: BodyPose, side: 'left' | 'right', y: number): number | undefined {
  const [shoulder, elbow, wrist] = [landmarkOf(pose, `${side}_shoulder`), landmarkOf(pose, `${side}_elbow`), landmarkOf(pose, `${side}_wrist`)];
  return crossing(shoulder, elbow, y) ?? crossing(elbow, wrist, y);
}

function crossing(from: Landmark, to: Landmark, y: number): number | undefined {
  const share = (y - from.y) / (to.y - from.y);
  return share >= 0 && share <= 1 ? from.x + share * (to.x - from.x) : undefined;
}

const middle = (pose: BodyPose, part: 'shoulder' | 'hip'): { x: number; y: number } => {
  const [left, right] = [landmarkOf(pose, `left_${part}`), landmarkOf(pose, `right_${part}`)];
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
};
