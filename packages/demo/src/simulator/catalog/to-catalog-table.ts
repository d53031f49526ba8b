import type { Product, SizeChart } from '@vua/models/contracts';
import type { ShopCatalog } from './simulated-item.ts';

const COLUMNS = ['id', 'title_vi', 'title_en', 'description_vi', 'description_en', 'material_vi', 'material_en', 'garment_type', 'audience', 'price', 'size', 'quantity', 'size_chart', 'colours'];
const PREFIX = 'charts-';

/** Files that `npx vua catalog import` takes: a table, and the charts that it names, by their paths below it. */
export interface CatalogTable {
  readonly csv: string;
  readonly charts: Readonly<Record<string, string>>;
}

/** @throws when a chart has an id that no file of the table's folder would give it: it must begin with `charts-` */
export function toCatalogTable({ products, sizeCharts, stock = {} }: ShopCatalog): CatalogTable {
  const rows = products.flatMap((product) => Object.entries(stock[product.id] ?? {}).map(([size, quantity], k) => rowOf(product, size, quantity, k === 0)));
  return {
    csv: [COLUMNS, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join(''),
    charts: Object.fromEntries(sizeCharts.map((chart) => [chartFile(chart.id), JSON.stringify(chart)])),
  };
}

/** What concerns the whole item stands in its first row. */
function rowOf(product: Product, size: string, quantity: number, isFirst: boolean): readonly string[] {
  const { id, name, description, material, garmentType, audience, price, sizeChartId, colours } = product;
  if (!isFirst) return [id, '', '', '', '', '', '', '', '', '', size, String(quantity), '', ''];
  const coloursText = colours.map((each) => `${each.id}:${each.name.vi}:${each.name.en}:${each.hex}`).join('|');
  return [id, name.vi, name.en, description.vi, description.en, material.vi, material.en, garmentType, audience, `${price.amountMinor} ${price.currency}`, size, String(quantity), chartFile(sizeChartId), coloursText];
}

function chartFile(id: SizeChart['id']): string {
  if (!id.startsWith(PREFIX)) throw new Error(`the chart ${id} has an id that no file gives`);
  return `charts/${id.slice(PREFIX.length)}.json`;
}

const quoted = (cell: string): string => (/[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
