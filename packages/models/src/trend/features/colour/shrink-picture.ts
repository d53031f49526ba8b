import { type Lab, labOf } from './lab.ts';

/** A picture as a grid of mean colours, row by row; the means take the noise of the camera out. */
export interface ColourGrid {
  readonly columns: number;
  readonly rows: number;
  /** Undefined where nearly all is transparent. */
  readonly cells: readonly (Lab | undefined)[];
}

const MOST_CELLS = 48;
const LEAST_ALPHA = 128;

/** @param rgba four bytes a pixel, row by row */
export function shrinkPicture(rgba: ArrayLike<number>, widthPx: number, heightPx: number): ColourGrid {
  const [columns, rows] = [Math.min(widthPx, MOST_CELLS), Math.min(heightPx, MOST_CELLS)];
  const cells = Array.from({ length: columns * rows }, (_, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    return meanOf(rgba, widthPx, edge(column, columns, widthPx), edge(column + 1, columns, widthPx), edge(row, rows, heightPx), edge(row + 1, rows, heightPx));
  });
  return { columns, rows, cells };
}

const edge = (at: number, count: number, lengthPx: number): number => Math.floor((at * lengthPx) / count);

function meanOf(rgba: ArrayLike<number>, widthPx: number, left: number, right: number, top: number, bottom: number): Lab | undefined {
  let [red, green, blue, seen] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * widthPx + x) * 4;
      if ((rgba[at + 3] ?? 0) < LEAST_ALPHA) continue;
      [red, green, blue, seen] = [red + (rgba[at] ?? 0), green + (rgba[at + 1] ?? 0), blue + (rgba[at + 2] ?? 0), seen + 1];
    }
  }
  return seen * 2 < (right - left) * (bottom - top) ? undefined : labOf(red / seen, green / seen, blue / seen);
}
