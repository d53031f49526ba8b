import type { FlashSale, Money } from '@vua/models/contracts';
import { MAX_SALES } from '../catalog-item.ts';
import { cellOf, type FoundCell, type ItemReader } from './item-reader.ts';
import { readPeriod } from './read-period.ts';
import { readPrice } from './read-price.ts';

export interface ItemPrices {
  readonly price: Money;
  readonly sales: readonly FlashSale[];
}

// A sale price without a period holds until a file says otherwise.
const ALWAYS = { startsAtMs: 0, endsAtMs: Number.MAX_SAFE_INTEGER };

/** Price and sales of an item. All its rows must say the same; in a CSV file without `item_group_id` empty cells mean "as above". */
export function readPrices(reader: ItemReader): ItemPrices | undefined {
  const cell = reader.findSame('price');
  if (cell === undefined) reader.tell('error', 'text-missing', {}, { what: 'price' });
  const price = cell && readMoney(reader, cell, cell.text);
  const sales = readSales(reader, price);
  return price && { price, sales };
}

function readMoney(reader: ItemReader, cell: FoundCell, text: string): Money | undefined {
  const reading = readPrice(text);
  if (reading.status === 'read') return { amountMinor: reading.amountMinor, currency: 'VND' };
  reader.tell('error', reading.status === 'unreadable' ? 'price-unreadable' : 'currency-unknown', cell, { text });
  return undefined;
}

function readSales(reader: ItemReader, price: Money | undefined): readonly FlashSale[] {
  refuseHalfSale(reader);
  const priceCell = reader.findSame('salePrice');
  const periodCell = reader.findSame('salePeriod');
  if (priceCell === undefined) {
    if (periodCell !== undefined) reader.tell('error', 'sale-date-alone', periodCell);
    return [];
  }
  const prices = splitList(priceCell.text).map((text) => readMoney(reader, priceCell, text));
  const periods = periodCell && splitList(periodCell.text).map((text) => readSalePeriod(reader, periodCell, text));
  if (periods === undefined ? prices.length > 1 : periods.length !== prices.length) {
    reader.tell('error', 'sales-uneven', priceCell, { prices: prices.length, periods: periods?.length ?? 0 });
  }
  if (prices.length > MAX_SALES) reader.tell('error', 'sales-too-many', priceCell, { count: prices.length, limit: MAX_SALES });
  for (const sale of prices) if (sale && price && sale.amountMinor > price.amountMinor) reader.tell('error', 'sale-dearer', priceCell, { sale: sale.amountMinor, price: price.amountMinor });
  const sales = prices.flatMap((sale, at) => (sale && price && sale.amountMinor < price.amountMinor ? { price: sale, ...(periods === undefined ? ALWAYS : periods[at] ?? ALWAYS) } : []));
  return withoutRepeats(sales);
}

// The variants of a feed are offers of their own: one that names no sale has none.
function refuseHalfSale(reader: ItemReader): void {
  const offers = reader.draft.rows.filter(({ cells }) => cells.group !== undefined);
  for (const field of ['salePrice', 'salePeriod'] as const) {
    const without = offers.find(({ cells }) => cells[field] === undefined);
    const cell = reader.find(field);
    if (cell && without) reader.tell('error', 'value-differs', { line: without.line, column: cell.column }, { what: cell.column, value: cellOf(without, field)?.text ?? '', other: cell.text, line: cell.line });
  }
}

function readSalePeriod(reader: ItemReader, cell: FoundCell, text: string): Pick<FlashSale, 'startsAtMs' | 'endsAtMs'> | undefined {
  const reading = readPeriod(text);
  if (reading.status === 'read') return { startsAtMs: reading.startsAtMs, endsAtMs: reading.endsAtMs };
  reader.tell('error', reading.status === 'empty' ? 'sale-period-empty' : 'sale-period-unreadable', cell, { text });
  return undefined;
}

const splitList = (text: string): string[] => text.split('|').map((part) => part.trim());

function withoutRepeats(sales: readonly FlashSale[]): FlashSale[] {
  return [...new Map(sales.map((sale) => [`${sale.startsAtMs}/${sale.endsAtMs}/${sale.price.amountMinor}`, sale])).values()];
}
