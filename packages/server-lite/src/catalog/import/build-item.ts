import { Product, type Audience, type GarmentType, type ImportProblem, type ProductColour, type SizeChart } from '@vua/models/contracts';
import { Compile } from 'typebox/compile';
import { inOrder, productOf, type CatalogItem } from '../catalog-item.ts';
import type { ItemDraft } from './collect-items.ts';
import { garmentsOfCategory } from './garments-of-category.ts';
import { createItemReader, type ItemReader } from './item-reader.ts';
import { ONE_COLOUR, readColours } from './read-colours.ts';
import { readPrices } from './read-prices.ts';
import { readStock } from './read-stock.ts';
import { checkText, readTexts } from './read-texts.ts';
import { GARMENT_WORDS, readAudience, readCondition, readGarmentType } from './read-words.ts';
import type { ChartLookup } from './resolve-charts.ts';

const product = Compile(Product);
const MAX_COLOURS = 24;

export type ItemReading =
  | { readonly status: 'read'; readonly item: CatalogItem; readonly problems: readonly ImportProblem[] }
  | { readonly status: 'refused'; readonly problems: readonly ImportProblem[] };

/** The item that these rows describe: all of it, or none of it with every reason why. */
export function buildItem(draft: ItemDraft, chartOf: (draft: ItemDraft) => ChartLookup): ItemReading {
  // In a row with a cell too many every cell may stand in the wrong column.
  if (draft.rows.some(({ broken }) => broken !== undefined)) return { status: 'refused', problems: draft.problems };
  const reader = createItemReader(draft);
  const chart = readChart(reader, chartOf);
  const texts = readTexts(reader);
  const prices = readPrices(reader);
  const audience = readAudienceOf(reader);
  const colours = readColoursOf(reader);
  const condition = readConditionOf(reader);
  const garmentType = chart && readGarment(reader, chart);
  const stock = chart && readStock(reader, chart);
  if (!chart || !texts || !prices || !garmentType || !stock || reader.isRefused()) return { status: 'refused', problems: reader.problems };
  const item = inOrder({ id: draft.id, garmentType, audience, ...texts, ...prices, colours, sizeChartId: chart.id, ...condition, stock });
  // The contract has the last word.
  const [wrong] = product.Errors(productOf(item));
  if (wrong === undefined) return { status: 'read', item, problems: reader.problems };
  reader.tell('error', 'item-unusable', {}, { at: wrong.instancePath, rule: wrong.message });
  return { status: 'refused', problems: reader.problems };
}

function readChart(reader: ItemReader, chartOf: (draft: ItemDraft) => ChartLookup): SizeChart | undefined {
  const lookup = chartOf(reader.draft);
  const cell = reader.findSame('sizeChart');
  if (lookup.status === 'found') return lookup.chart;
  reader.tell('error', lookup.code, cell, lookup.values);
  return undefined;
}

function readGarment(reader: ItemReader, chart: SizeChart): GarmentType {
  const cell = reader.findSame('garmentType');
  const stated = cell && readGarmentType(cell.text);
  if (cell && stated === undefined) reader.tell('error', 'garment-unknown', cell, { text: cell.text, words: GARMENT_WORDS.join(', ') });
  if (stated !== undefined) return stated;
  const category = reader.find('category');
  const possible = category ? garmentsOfCategory(category.text) : [];
  if (category && possible.length > 0 && !possible.includes(chart.garmentType)) reader.tell('warning', 'garment-differs', category, { text: category.text, chart: chart.garmentType });
  return chart.garmentType;
}

function readAudienceOf(reader: ItemReader): Audience {
  const cell = reader.findSame('audience');
  const audience = cell && readAudience(cell.text);
  if (cell && audience === undefined) reader.tell('error', 'audience-unknown', cell, { text: cell.text });
  return audience ?? 'unisex';
}

function readConditionOf(reader: ItemReader): Pick<CatalogItem, 'condition'> {
  const cell = reader.findSame('condition');
  const condition = cell && readCondition(cell.text);
  if (cell && condition === undefined) reader.tell('error', 'condition-unknown', cell, { text: cell.text });
  return condition === 'used' ? { condition } : {};
}

/** The colours of all rows, each once. */
function readColoursOf(reader: ItemReader): ProductColour[] {
  const colours = new Map<string, ProductColour>();
  const told = new Set<string>();
  for (const { line, cells: { colours: cell } } of reader.draft.rows) {
    if (cell === undefined || told.has(cell.text)) continue;
    told.add(cell.text);
    checkText(reader, { ...cell, line });
    const reading = readColours(cell.text);
    for (const text of reading.unreadable) reader.tell('error', 'colour-unreadable', { ...cell, line }, { text });
    for (const text of reading.unknown) reader.tell('warning', 'colour-unknown', { ...cell, line }, { text });
    for (const colour of reading.colours) if (!colours.has(colour.id)) colours.set(colour.id, colour);
  }
  if (colours.size > MAX_COLOURS) reader.tell('error', 'colours-too-many', reader.find('colours'), { count: colours.size, limit: MAX_COLOURS });
  return colours.size === 0 ? [ONE_COLOUR] : [...colours.values()];
}
