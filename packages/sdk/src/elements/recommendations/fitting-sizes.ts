import type { Product, SizeChart } from '@vua/models/contracts';
import type { SizeGlance } from '@vua/models/size';
import type { AskDeps, FittingSizes } from '../../actions/recommendations/ask-recommendations.ts';
import { audienceMatch } from '../audience-match.ts';
import type { FittingEngine } from '../fitting-engine.ts';
import { wornBody } from '../worn-body.ts';

/** Charts that one answer asks for; sizes of what has others are not known. */
const MOST_CHARTS = 40;

/** Which sizes fit the body that was measured here or is kept; without one no chart is asked for. */
export function createFittingSizes(openEngine: () => FittingEngine | Promise<FittingEngine>): AskDeps['fittingSizes'] {
  const charts = new Map<string, SizeChart>();
  const load = async (engine: FittingEngine, { id, sizeChartId }: Product): Promise<void> => {
    const found = await engine.sizeChartOf(id);
    if (found.status === 'found') charts.set(sizeChartId, found.chart);
  };
  return async (products, asked, told) => {
    const engine = await openEngine();
    try {
      const worn = await wornBody(engine);
      if (worn === undefined) return undefined;
      const missing = new Map(told.filter(({ sizeChartId }) => !charts.has(sizeChartId)).map((product) => [product.sizeChartId, product]));
      await Promise.all([...missing.values()].slice(0, MOST_CHARTS).map((product) => load(engine, product)));
      const glances = await engine.glanceSizes({ ...worn, charts: [...charts.values()] });
      const byChart = new Map([...charts.keys()].map((chartId, index) => [chartId, sizesOf(glances[index])]));
      return joinSizes(products, asked, byChart, (product) => audienceMatch(product.audience, worn.body.profile.sex) === 'other');
    } finally {
      engine.dispose();
    }
  };
}

/** What is cut for others may have the shopper's numbers, and does not fit; unless the shopper looks at such a thing right now. */
function joinSizes(products: readonly Product[], asked: readonly Product[], byChart: ReadonlyMap<string, readonly string[] | undefined>, isForOthers: (product: Product) => boolean): FittingSizes {
  const isAsked = (product: Product): boolean => asked.some(({ audience }) => audience === product.audience);
  return new Map(products.flatMap((product): (readonly [string, readonly string[]])[] => {
    if (isForOthers(product)) return isAsked(product) ? [] : [[product.id, []]];
    const sizes = byChart.get(product.sizeChartId);
    return sizes === undefined ? [] : [[product.id, sizes]];
  }));
}

/** None where the body is outside of the chart; undefined where the chart says nothing. */
function sizesOf(glance: SizeGlance | undefined): readonly string[] | undefined {
  if (glance?.status === 'recommended') return [glance.size];
  if (glance?.status === 'between') return [glance.smaller, glance.larger];
  return glance?.reason === 'smaller-than-chart' || glance?.reason === 'larger-than-chart' ? [] : undefined;
}
