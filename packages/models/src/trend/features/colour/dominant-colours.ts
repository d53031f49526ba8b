import type { AttributeId, AttributeVocabulary } from '../attribute-vocabulary.ts';
import { TREND_VOCABULARY } from '../vocabulary/trend-vocabulary.ts';
import { clusterColours } from './cluster-colours.ts';
import { type Lab, labDistance, labOfHex } from './lab.ts';
import { leaveBackground } from './leave-background.ts';
import { shrinkPicture } from './shrink-picture.ts';

export interface DominantColour {
  readonly attribute: AttributeId;
  /** Of what is not background, the middle counting more than the edges: above 0, at most 1. */
  readonly share: number;
}

const [GROUPS, GROUPS_APART] = [4, 12];
const LEAST_SHARE = 0.1;
/** A garment in the dark stays of its colour: lightness counts less than hue. */
const LIGHTNESS_WEIGHT = 0.75;

/**
 * Names of the colours of a garment in a picture, the largest share first; none of a picture without pixels.
 * @param rgba four bytes a pixel, row by row
 * @param vocabulary whose colours with a swatch are the names
 */
export function dominantColours(rgba: ArrayLike<number>, widthPx: number, heightPx: number, vocabulary: AttributeVocabulary = TREND_VOCABULARY): readonly DominantColour[] {
  const palette = vocabulary.attributes.flatMap(({ id, swatch }) => (swatch === undefined ? [] : [{ id, lab: labOfHex(swatch) }]));
  const grid = shrinkPicture(rgba, widthPx, heightPx);
  const isKept = leaveBackground(grid);
  const colours = grid.cells.flatMap((lab, cell) => (lab !== undefined && isKept[cell] === true ? [{ lab, weight: middleWeight(cell, grid.columns, grid.rows) }] : []));
  const total = colours.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<AttributeId, number>();
  for (const { lab, weight } of clusterColours(colours, GROUPS, GROUPS_APART)) {
    const name = nearest(palette, lab);
    if (name !== undefined) shares.set(name, (shares.get(name) ?? 0) + weight / total);
  }
  return Array.from(shares, ([attribute, share]) => ({ attribute, share })).filter(({ share }) => share >= LEAST_SHARE).sort((a, b) => b.share - a.share);
}

function middleWeight(cell: number, columns: number, rows: number): number {
  const [across, down] = [((cell % columns) + 0.5) / columns - 0.5, (Math.floor(cell / columns) + 0.5) / rows - 0.5];
  return Math.exp(-(across * across + down * down) / 0.08);
}

function nearest(palette: readonly { readonly id: AttributeId; readonly lab: Lab }[], lab: Lab): AttributeId | undefined {
  const distance = (other: Lab): number => labDistance([other[0] * LIGHTNESS_WEIGHT, other[1], other[2]], [lab[0] * LIGHTNESS_WEIGHT, lab[1], lab[2]]);
  return palette.reduce<{ id?: AttributeId; gap: number }>((best, { id, lab: other }) => (distance(other) < best.gap ? { id, gap: distance(other) } : best), { gap: Infinity }).id;
}
