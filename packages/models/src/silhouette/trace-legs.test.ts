import { describe, expect, it } from 'vitest';
import { stickFigurePose } from './testing/stick-figure.ts';
import { figureOf } from './figure.ts';
import { crotchYPx, legWidthPx } from './trace-legs.ts';

/** A trunk that parts into two legs at 55 % of the height, each leg 20.5 px wide, 13.5 px from the middle. */
function parted() {
  const pose = stickFigurePose({ frameWidthPx: 260, frameHeightPx: 480, topPx: 40, heightPx: 400, centreXPx: 130, view: 'front', halfWidthPx: () => 34 });
  const { mask } = pose;
  if (mask === undefined) throw new Error('no mask');
  for (let y = 260; y < 480; y += 1) {
    for (let x = 0; x < 260; x += 1) if (Math.abs(x - 130) < 14) mask.probability[y * 260 + x] = 0;
  }
  return { mask, figure: figureOf(pose) };
}

describe('legs', () => {
  it('finds the highest background between them', () => {
    const { mask, figure } = parted();
    expect(crotchYPx(mask, figure)).toBeCloseTo(259.5, 0);
  });

  it('measures the mean width of one leg', () => {
    const { mask, figure } = parted();
    expect(legWidthPx(mask, figure, 340, 60)).toBeCloseTo(20.5, 0);
  });

  it('sees no leg apart where they touch', () => {
    const pose = stickFigurePose({ frameWidthPx: 260, frameHeightPx: 480, topPx: 40, heightPx: 400, centreXPx: 130, view: 'front', halfWidthPx: () => 34 });
    if (pose.mask === undefined) throw new Error('no mask');
    expect(crotchYPx(pose.mask, figureOf(pose))).toBeNaN();
    expect(legWidthPx(pose.mask, figureOf(pose), 340, 60)).toBeNaN();
  });
});
