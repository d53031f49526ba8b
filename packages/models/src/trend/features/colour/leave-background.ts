import { clusterColours } from './cluster-colours.ts';
import { type Lab, labDistance } from './lab.ts';
import type { ColourGrid } from './shrink-picture.ts';

const BORDER_GROUPS = 5;
const GROUPS_APART = 8;
/** How far from a colour of the border a cell still is background. */
const NEAR = 11;
/** Of the grid: with less left over, the thing is of the colour of its background, and all counts. */
const LEAST_LEFT = 0.04;

/** Which cells are no background: those that no path of border colours joins to the border. All, where nearly nothing would be left. */
export function leaveBackground({ columns, rows, cells }: ColourGrid): readonly boolean[] {
  const isBorder = (cell: number): boolean => cell % columns === 0 || cell % columns === columns - 1 || cell < columns || cell >= columns * (rows - 1);
  const border = cells.flatMap((lab, cell) => (lab !== undefined && isBorder(cell) ? [{ lab, weight: 1 }] : []));
  const borderColours = clusterColours(border, BORDER_GROUPS, GROUPS_APART).map(({ lab }) => lab);
  const isLike = (lab: Lab | undefined): boolean => lab === undefined || borderColours.some((colour) => labDistance(colour, lab) < NEAR);
  const isBackground = cells.map(() => false);
  const open = cells.flatMap((lab, cell) => (isBorder(cell) && isLike(lab) ? [cell] : []));
  for (const cell of open) isBackground[cell] = true;
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    for (const next of neighbours(cell, columns, rows)) {
      if (isBackground[next] === true || !isLike(cells[next])) continue;
      isBackground[next] = true;
      open.push(next);
    }
  }
  const left = isBackground.filter((is) => !is).length;
  return left < LEAST_LEFT * cells.length ? cells.map(() => true) : isBackground.map((is) => !is);
}

function neighbours(cell: number, columns: number, rows: number): readonly number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  return [...(column > 0 ? [cell - 1] : []), ...(column < columns - 1 ? [cell + 1] : []), ...(row > 0 ? [cell - columns] : []), ...(row < rows - 1 ? [cell + columns] : [])];
}
