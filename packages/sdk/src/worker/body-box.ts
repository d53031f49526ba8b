import type { BodyPose } from '@vua/models/pose';
import type { Box } from '../inference/guidance/index.ts';

/** The box round all body points, in pixels of the frame. */
export function bodyBox({ landmarks }: BodyPose): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of landmarks) {
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
