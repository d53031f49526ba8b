import { type BodyPose, landmarkOf } from '@vua/models/pose';

/** An upright square of the frame, in its pixels. */
export interface CropSquare {
  readonly xCentre: number;
  readonly yCentre: number;
  readonly sidePx: number;
}

// MediaPipe `RectTransformation` of the pose ROI: the square is 1.25 times the circle round the body.
const SCALE = 1.25;

/** About the square that the landmark network looked at: it lies round the hips and reaches beyond the farthest point of the body. */
export function cropSquare(pose: BodyPose): CropSquare {
  const [left, right] = [landmarkOf(pose, 'left_hip'), landmarkOf(pose, 'right_hip')];
  const [xCentre, yCentre] = [(left.x + right.x) / 2, (left.y + right.y) / 2];
  const radiusPx = Math.max(...pose.landmarks.map(({ x, y }) => Math.hypot(x - xCentre, y - yCentre)));
  return { xCentre, yCentre, sidePx: 2 * radiusPx * SCALE };
}
