import { describe, expect, it } from 'vitest';
import { LANDMARKER } from './constants.ts';
import { refineByHeatmap } from './heatmap.ts';

const SIDE = LANDMARKER.heatmapPx;

/** Logits of point 5: -100 everywhere but in the given cells. */
function heatmap(cells: readonly (readonly [column: number, row: number, logit: number])[]): Float32Array {
  const logits = new Float32Array(SIDE * SIDE * LANDMARKER.pointCount).fill(-100);
  for (const [column, row, logit] of cells) logits[(row * SIDE + column) * LANDMARKER.pointCount + 5] = logit;
  return logits;
}

describe('refineByHeatmap', () => {
  it('moves a point to the one warm cell near it', () => {
    expect(refineByHeatmap(heatmap([[32, 30, 4]]), 5, 31.5 / SIDE, 31.5 / SIDE)).toEqual([32 / SIDE, 30 / SIDE]);
  });

  it('takes the mean of cells by their probability', () => {
    const [x, y] = refineByHeatmap(heatmap([[30, 31, 0], [32, 31, Math.log(3)]]), 5, 0.5 - 0.01, 0.5 - 0.01);
    expect(x * SIDE).toBeCloseTo((30 * 0.5 + 32 * 0.75) / 1.25, 6);
    expect(y * SIDE).toBeCloseTo(31, 6);
  });

  it('leaves a point where no cell within three reaches probability 0.5', () => {
    expect(refineByHeatmap(heatmap([[31, 31, -0.1]]), 5, 0.49, 0.49)).toEqual([0.49, 0.49]);
    expect(refineByHeatmap(heatmap([[35, 31, 5]]), 5, 31.5 / SIDE, 31.5 / SIDE)).toEqual([31.5 / SIDE, 31.5 / SIDE]);
    expect(refineByHeatmap(heatmap([[34, 34, 5]]), 5, 31.5 / SIDE, 31.5 / SIDE)).toEqual([34 / SIDE, 34 / SIDE]);
  });

  it('does not look at other points of the body', () => {
    expect(refineByHeatmap(heatmap([[31, 31, 5]]), 6, 0.49, 0.49)).toEqual([0.49, 0.49]);
  });

  it('leaves points outside the crop, and works at its edge', () => {
    expect(refineByHeatmap(heatmap([[0, 0, 5]]), 5, -0.2, 0.1)).toEqual([-0.2, 0.1]);
    expect(refineByHeatmap(heatmap([[0, 0, 5]]), 5, 0.1, 1)).toEqual([0.1, 1]);
    for (const value of refineByHeatmap(heatmap([[0, 0, 5]]), 5, 0.01, 0.01)) expect(value).toBeCloseTo(0, 12);
  });
});
