import type { SizeChart } from '../../contracts/index.ts';
import { ISO_8559_NAMES } from '../charts/iso-8559-names.ts';
import { ZONE_ORDER } from '../garments/zone-weights.ts';

/** A chart of body ranges as a merchant might have written it, keyed by ISO 8559-1 names. */
export function writeChartCsv({ rows }: SizeChart, { delimiter = ',', dash = '-', decimal = '.', lineEnd = '\r\n' } = {}): string {
  const zones = ZONE_ORDER.filter((zone) => rows.some(({ body }) => body[zone]));
  const number = (cm: number): string => String(cm).replace('.', decimal);
  const table = [
    ['Size', ...zones.map((zone) => `${ISO_8559_NAMES[zone]} (cm)`)],
    ...rows.map(({ label, body }) => [label, ...zones.map((zone) => (body[zone] ? `${number(body[zone].minCm)}${dash}${number(body[zone].maxCm)}` : ''))]),
  ];
  return table.map((cells) => cells.map((cell) => (/[",;\t\r\n]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter) + lineEnd).join('');
}
