import { derivedRandom } from '../random/seeded-random.ts';
import { drawTraits, levelPopularity } from './draw-traits.ts';
import { garmentLine } from './garment-lines.ts';
import type { ShopCatalog, SimulatedItem } from './simulated-item.ts';
import { sizePieces } from './size-pieces.ts';

const PURPOSE = 5;
/** Pieces of an item whose stock the catalog does not say. */
const PIECES = 60;

/** A shop's own catalog without its used pieces, which nobody delivers again, with traits drawn for what it does not say. Its items are sold all the time. @throws when an item names a chart that is not there */
export function adoptCatalog({ products, sizeCharts, stock = {} }: ShopCatalog, seed: number): SimulatedItem[] {
  const items = products.filter(({ condition }) => condition !== 'used').map((product, number) => {
    const chart = sizeCharts.find(({ id }) => id === product.sizeChartId);
    if (chart === undefined) throw new Error(`${product.id} names the size chart ${product.sizeChartId}, which is not in the catalog`);
    const traits = drawTraits({ product, warmth: garmentLine(product.garmentType).warmth, style: [], popularityRank: number }, derivedRandom(seed, PURPOSE, number));
    const labels = chart.rows.map(({ label }) => label);
    return { product, chart, traits: { ...traits, appearsDay: 0, leavesDay: Infinity }, pieces: stock[product.id] ?? sizePieces(labels, PIECES) };
  });
  return levelPopularity(items);
}
