import { DETECTOR } from './constants.ts';

/** Centres of the detector's 2,254 anchors as x0, y0, x1, y1, ... in units of the input's side (0-1), in output order. */
export function anchorCentres(): Float32Array {
  const centres: number[] = [];
  for (const [stride, layers] of mergeEqual(DETECTOR.strides)) {
    const cells = DETECTOR.inputPx / stride;
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let k = 0; k < layers * DETECTOR.anchorsPerCell; k++) centres.push((column + 0.5) / cells, (row + 0.5) / cells);
      }
    }
  }
  return Float32Array.from(centres);
}

/** Layers of equal stride share their cells: [8, 16, 32, 32, 32] -> [8, 1], [16, 1], [32, 3]. */
function mergeEqual(strides: readonly number[]): [stride: number, layers: number][] {
  const counts = new Map<number, number>();
  for (const stride of strides) counts.set(stride, (counts.get(stride) ?? 0) + 1);
  return [...counts];
}
