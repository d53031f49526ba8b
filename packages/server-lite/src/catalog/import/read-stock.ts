import type { SizeChart } from '@vua/models/contracts';
import type { SizeStock } from '../catalog-item.ts';
import { cellOf, type ItemReader } from './item-reader.ts';
import { readAvailability, readQuantity } from './read-words.ts';
import type { SourceRow } from './source-row.ts';

/** Stock by size. Rows of the same size in several colours are added up. */
export function readStock(reader: ItemReader, chart: SizeChart): readonly SizeStock[] {
  refuseRepeats(reader);
  const pieces = new Map<string, number | undefined>();
  for (const row of reader.draft.rows) {
    const label = readSize(reader, row, chart);
    const quantity = readPieces(reader, row);
    if (label === undefined || quantity === 'unknown') continue;
    const before = pieces.has(label) ? pieces.get(label) : 0;
    pieces.set(label, before === undefined || quantity === undefined ? undefined : before + quantity);
  }
  return [...pieces].map(([label, quantity]) => ({ label, quantity }));
}

// An offer of a feed has an id of its own; a row of a plain table is known by its size.
function refuseRepeats(reader: ItemReader): void {
  const seen = new Map<string, number>();
  for (const row of reader.draft.rows) {
    const field = row.cells.group !== undefined && row.cells.id !== undefined ? 'id' : 'size';
    const cell = cellOf(row, field);
    if (cell === undefined) continue;
    const key = `${field} ${cell.text}`;
    const other = seen.get(key);
    if (other !== undefined) reader.tell('error', 'variant-repeated', cell, { what: field, value: cell.text, other });
    else seen.set(key, row.line);
  }
}

function readSize(reader: ItemReader, row: SourceRow, { id, rows }: SizeChart): string | undefined {
  const cell = cellOf(row, 'size');
  if (cell === undefined) {
    // A garment of one size need not say which.
    if (rows.length === 1) return rows[0]?.label;
    reader.tell('error', 'size-missing', { line: row.line });
    return undefined;
  }
  const found = rows.find(({ label }) => label === cell.text) ?? rows.find(({ label }) => plain(label) === plain(cell.text));
  if (found === undefined) reader.tell('error', 'size-unknown', cell, { chart: id, size: cell.text, labels: rows.map(({ label }) => label).join(', ') });
  return found?.label;
}

function readPieces(reader: ItemReader, row: SourceRow): number | undefined | 'unknown' {
  const quantityCell = cellOf(row, 'quantity');
  const availabilityCell = cellOf(row, 'availability');
  const quantity = quantityCell && readQuantity(quantityCell.text);
  const isThere = availabilityCell && readAvailability(availabilityCell.text);
  if (quantityCell && quantity === undefined) reader.tell('error', 'quantity-unreadable', quantityCell, { text: quantityCell.text });
  if (availabilityCell && isThere === undefined) reader.tell('error', 'availability-unknown', availabilityCell, { text: availabilityCell.text });
  if (!quantityCell && !availabilityCell) reader.tell('error', 'stock-missing', { line: row.line });
  if (isThere === false) return 0;
  if (quantity !== undefined) return quantity;
  return isThere === true ? undefined : 'unknown';
}

const plain = (label: string): string => label.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');
