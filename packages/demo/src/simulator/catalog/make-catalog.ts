import type { Audience, Product, SizeChart } from '@vua/models/contracts';
import { lognormal, oneOf, weightedIndex, wholeBetween } from '../random/draws.ts';
import { type Random, derivedRandom } from '../random/seeded-random.ts';
import { type Span, drawLife, drawTraits, levelPopularity } from './draw-traits.ts';
import { FABRICS, type Fabric } from './fabrics.ts';
import { GARMENT_LINES, MADE_GARMENTS, type MadeGarment } from './garment-lines.ts';
import { COLOURS, COLOUR_FAMILIES, type Look, PATTERNS, SILHOUETTES, type Silhouette } from './looks.ts';
import { makeSizeChart } from './make-size-chart.ts';
import type { SimulatedItem } from './simulated-item.ts';
import { sizePieces } from './size-pieces.ts';

export interface CatalogOptions extends Span {
  readonly items: number;
  readonly seed: number;
}

const PURPOSE = { product: 1, traits: 2, life: 3, ranks: 4 } as const;
/** Pieces of an item of mean popularity. */
const PIECES = 30;
const PRICE_STEP_MINOR = 10_000;

/** A fashion shop's catalog. Products and charts follow from seed and number alone; when an item is sold, from the span as well. */
export function makeCatalog({ items, seed, ...span }: CatalogOptions): SimulatedItem[] {
  const ranks = shuffledRanks(items, derivedRandom(seed, PURPOSE.ranks));
  const charts = new Map<string, SizeChart>();
  const made = Array.from({ length: items }, (_, number) => {
    const { chart, ...draft } = makeProduct(number, derivedRandom(seed, PURPOSE.product, number));
    charts.set(chart.id, charts.get(chart.id) ?? chart);
    const traits = drawTraits({ ...draft, popularityRank: ranks[number] ?? 0 }, derivedRandom(seed, PURPOSE.traits, number));
    return { product: draft.product, chart: charts.get(chart.id) ?? chart, traits: { ...traits, ...drawLife(span, derivedRandom(seed, PURPOSE.life, number)) } };
  });
  return levelPopularity(made).map((item) => ({ ...item, pieces: sizePieces(item.chart.rows.map(({ label }) => label), PIECES * Math.sqrt(item.traits.popularity)) }));
}

interface Made {
  readonly product: Product;
  readonly chart: SizeChart;
  readonly warmth: number;
  readonly style: readonly number[];
  readonly colourFamily: number;
}

function makeProduct(number: number, random: Random): Made {
  const type = MADE_GARMENTS[weightedIndex(random, MADE_GARMENTS.map((name) => GARMENT_LINES[name].share))] ?? 'tee';
  const line = GARMENT_LINES[type];
  const audience = drawAudience(line.audiences, random);
  const fabric: Fabric = FABRICS[oneOf(random, line.fabrics)];
  const [pattern, silhouette] = [oneOf(random, PATTERNS), oneOf(random, SILHOUETTES)];
  const first = wholeBetween(random, 0, COLOURS.length - 1);
  const colours = Array.from({ length: wholeBetween(random, 1, 4) }, (_, k) => COLOURS[(first + k * 4) % COLOURS.length] ?? oneOf(random, COLOURS));
  const amountMinor = Math.max(PRICE_STEP_MINOR, Math.round((lognormal(random, line.medianMinor * fabric.priceFactor, 0.3)) / PRICE_STEP_MINOR) * PRICE_STEP_MINOR);
  const chart = makeSizeChart(type, audience, silhouette.fit);
  return {
    product: {
      id: `${type}-${String(number + 1).padStart(5, '0')}`, garmentType: type, audience, ...textsOf(type, audience, fabric, pattern, silhouette),
      price: { amountMinor, currency: 'VND' }, colours: colours.map(({ id, name, hex }) => ({ id, name, hex })), sizeChartId: chart.id,
    },
    chart, warmth: line.warmth + fabric.warmer, style: pattern.style.map((value, k) => value + (silhouette.style[k] ?? 0)),
    colourFamily: COLOUR_FAMILIES.findIndex((family) => family === colours[0]?.family),
  };
}

function drawAudience(audiences: Readonly<Partial<Record<Audience, number>>>, random: Random): Audience {
  const names: readonly Audience[] = ['women', 'men', 'unisex'];
  return names[weightedIndex(random, names.map((name) => audiences[name] ?? 0))] ?? 'unisex';
}

const FOR: Readonly<Record<Audience, { readonly vi: string; readonly en: string }>> = {
  women: { vi: 'nữ', en: "women's" }, men: { vi: 'nam', en: "men's" }, unisex: { vi: 'unisex', en: 'unisex' },
};

function textsOf(type: MadeGarment, audience: Audience, fabric: Fabric, pattern: Look, silhouette: Silhouette): Pick<Product, 'name' | 'description' | 'material'> {
  const { vi, en } = GARMENT_LINES[type];
  const english = `${silhouette.en} ${pattern.en} ${fabric.en} ${en}`;
  return {
    name: { vi: `${vi} ${fabric.vi} ${pattern.vi} ${silhouette.vi}`, en: `${english.slice(0, 1).toUpperCase()}${english.slice(1)}` },
    description: { vi: `${vi} ${FOR[audience].vi}, ${silhouette.vi}, ${pattern.vi}, chất liệu ${fabric.vi}.`, en: `${FOR[audience].en.slice(0, 1).toUpperCase()}${FOR[audience].en.slice(1)} ${en}, ${silhouette.en} cut, ${pattern.en}, in ${fabric.en}.` },
    material: { vi: fabric.vi, en: fabric.en },
  };
}

/** Who is popular has nothing to do with the number. */
function shuffledRanks(count: number, random: Random): Uint32Array {
  const ranks = Uint32Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k -= 1) {
    const other = Math.floor(random() * (k + 1));
    [ranks[k], ranks[other]] = [ranks[other] ?? 0, ranks[k] ?? 0];
  }
  return ranks;
}
