import type { BodyPose, Landmark } from '@vua/models/pose';
import { expect, it } from 'vitest';
import { cropSquare } from './crop-square.ts';

const at = (x: number, y: number): Landmark => ({ x, y, z: 0, visibility: 1 });

it('lies round the hips and reaches a quarter beyond the farthest point of the body', () => {
  const landmarks = Array.from({ length: 33 }, () => at(360, 600));
  landmarks[0] = at(360, 220);
  landmarks[23] = at(400, 610);
  landmarks[24] = at(320, 590);
  landmarks[31] = at(360, 1000);
  const pose: BodyPose = { frameWidthPx: 720, frameHeightPx: 1280, landmarks, worldLandmarks: [], score: 1 };
  expect(cropSquare(pose)).toEqual({ xCentre: 360, yCentre: 600, sidePx: 1000 });
});
