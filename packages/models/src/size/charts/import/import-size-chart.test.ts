import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { SizeChart, type BodyZone, type SizeRow } from '../../../contracts/index.ts';
import { importSizeChart, type ChartFileProblem, type ChartReading, type ChartSettings } from '../../index.ts';
import { exampleChart } from '../../testing/example-charts.ts';
import { exampleGrid } from '../../testing/example-grid.ts';
import { writeChartCsv } from '../../testing/write-chart-csv.ts';

const shirt: ChartSettings = { id: 'c', garmentType: 'shirt' };
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

function rowsOf(reading: ChartReading): readonly SizeRow[] {
  if (reading.status === 'invalid') throw new Error(reading.problems.map(({ sentence }) => sentence).join('\n'));
  return reading.chart.rows;
}

const bodiesOf = (reading: ChartReading, zone: BodyZone): unknown => rowsOf(reading).map(({ body }) => (body[zone] ? [body[zone].minCm, body[zone].maxCm] : undefined));
const places = (problems: readonly ChartFileProblem[]): unknown => problems.map(({ code, line, row, column }) => [code, line, row, column]);

describe('importSizeChart', () => {
  it('reads a Vietnamese chart with semicolons, decimal commas and a byte order mark', () => {
    const reading = importSizeChart('\uFEFFCỡ;EU;Vòng ngực;Vòng eo;Chiều cao;Cân nặng\r\nS;36;"82–86,5";64 đến 68;1m50-1m55;45-50\r\nM;38;86,5-90;68-72;1m55-1m60;50-55\r\n', shirt);
    expect(reading.problems).toEqual([]);
    expect(rowsOf(reading)[0]).toEqual({
      label: 'S', systems: { eu: '36' }, mass: { minKg: 45, maxKg: 50 },
      body: { chest: { minCm: 82, maxCm: 86.5 }, waist: { minCm: 64, maxCm: 68 }, stature: { minCm: 150, maxCm: 155 } },
    });
  });

  it('lets whole numbers of neighbours meet half-way: a tape is read in whole units', () => {
    expect(bodiesOf(importSizeChart(lines('Size,Chest', 'S,84-87', 'M,88-91', 'L,92-95'), shirt), 'chest')).toEqual([[84, 87.5], [87.5, 91.5], [91.5, 95]]);
    expect(bodiesOf(importSizeChart(lines('Size,Chest (in)', 'S,34-35', 'M,36-37'), shirt), 'chest')).toEqual([[86.36, 90.17], [90.17, 93.98]]);
    const touching = importSizeChart(lines('Size,Chest', 'S,84-88', 'M,88-92', 'L,93-96'), shirt);
    expect(bodiesOf(touching, 'chest')).toEqual([[84, 88], [88, 92], [93, 96]]);
    expect(places(touching.problems)).toEqual([['gap', 4, 3, 2]]);
  });

  it('makes ranges of single numbers, and says so', () => {
    const reading = importSizeChart(lines('Size,Bust girth,Neck', 'S,84,38', 'M,88,38', 'L,94,38'), shirt);
    expect(bodiesOf(reading, 'chest')).toEqual([[82, 86], [86, 91], [91, 97]]);
    expect(reading.problems.map(({ severity, code }) => [severity, code])).toEqual([['note', 'values-read-as-ranges'], ['warning', 'value-alone']]);
  });

  it('joins columns of lower and of upper ends, and reads open ends', () => {
    expect(bodiesOf(importSizeChart(lines('Size,Chest min,Chest max', 'S,84,88', 'M,88,92'), shirt), 'chest')).toEqual([[84, 88], [88, 92]]);
    expect(bodiesOf(importSizeChart(lines('Size,Chest', 'S,<84', 'M,84-90', 'L,90+'), shirt), 'chest')).toEqual([[0, 84], [84, 90], [90, 300]]);
  });

  it('reads a chart whose sizes are columns', () => {
    const reading = importSizeChart(lines(',S,M', 'Chest,84-88,88-82', 'Hip,90-94,94-98'), shirt);
    expect(places(reading.problems)).toEqual([['range-turned', 2, 2, 3], ['range-falls', 2, 2, 3]]);
  });

  it('takes the garment\'s measures for want of the body\'s, laid flat or not', () => {
    const flat = importSizeChart(lines('garment,shirt', 'fit,regular', 'Size,Chest flat', 'S,49', 'M,53', 'L,57'), { id: 'c' });
    expect(bodiesOf(flat, 'chest')).toEqual([[82, 90], [90, 98], [98, 106]]);
    expect(flat).toMatchObject({ status: 'read', chart: { bodyFrom: 'garment', rows: [{ garmentCm: { chest: 98 } }, {}, {}] }, problems: [{ severity: 'note', code: 'body-from-garment' }] });
    expect(bodiesOf(importSizeChart(lines('Size,Chest', 'S,98', 'M,106', 'L,114'), { ...shirt, measures: 'garment' }), 'chest')).toEqual([[82, 90], [90, 98], [98, 106]]);
  });

  it('reads pairs: waists and legs, bands and cups, heights', () => {
    const jeans = importSizeChart(lines('Size,Waist,Hip,Inside leg', ...exampleGrid().rows.map(({ label, body: { waist, hip, inseam } }) => `${label},${waist?.minCm}-${waist?.maxCm},${hip?.minCm}-${hip?.maxCm},${inseam?.minCm}-${inseam?.maxCm}`)), { id: 'jeans', garmentType: 'jeans', fit: 'slim' });
    expect(jeans).toEqual({ status: 'read', chart: exampleGrid(), problems: [] });
    const bras = importSizeChart(lines('Band,Cup', '70,A', '70,B', '75,A', '75,B'), { id: 'b', garmentType: 'bra' });
    expect(rowsOf(bras)[3]).toEqual({ label: '75B', grid: { underbust: '75', bustDifference: 'B' }, body: { underbust: { minCm: 72.5, maxCm: 77.5 }, bustDifference: { minCm: 14, maxCm: 16 } } });
    expect(rowsOf(importSizeChart(lines('Size', '70A', '70b', '75A'), { id: 'b', garmentType: 'bra' }))[1]?.grid).toEqual({ underbust: '70', bustDifference: 'B' });
    const petite = importSizeChart(lines('Size,Hip,Waist,Height', 'S petite,90-94,66-70,150-160', 'S regular,90-94,66-70,160-170', 'M petite,94-98,70-74,150-160', 'M regular,94-98,70-74,160-170'), { id: 's', garmentType: 'skirt' });
    expect(petite).toMatchObject({ status: 'read', problems: [] });
    expect(rowsOf(petite)[2]?.grid).toEqual({ waist: 'M', stature: 'petite' });
  });

  it('sizes children by height', () => {
    const reading = importSizeChart(lines('wearer;child', 'Size;Height;Chest', '110;104-110;54-57', '116;110-116;57-59', '122;116-122;59-62'), { id: 'k', garmentType: 'tee' });
    expect(reading).toMatchObject({ status: 'read', chart: { wearer: 'child', fit: 'regular' }, problems: [] });
  });

  it('reads JSON keyed by ISO names, and charts as they are stored', () => {
    const list = [{ size: 'S', 'bust girth': '84-88', 'waist girth': [66, 70] }, { size: 'M', 'bust girth': { min: 88, max: 92 }, 'waist girth': '70-74' }];
    expect(bodiesOf(importSizeChart(JSON.stringify(list), shirt), 'waist')).toEqual([[66, 70], [70, 74]]);
    const named = importSizeChart(JSON.stringify({ id: 'mine', garmentType: 'dress', unit: 'in', rows: [{ size: 'S', bust: '33-35', waist: '26-28', hips: '36-38' }, { size: 'M', bust: '35-37', waist: '28-30', hips: '38-40' }] }), { id: 'file' });
    expect(named).toMatchObject({ status: 'read', chart: { id: 'mine', garmentType: 'dress', rows: [{ body: { chest: { minCm: 83.82 } } }, {}] } });
    const stored = exampleChart('dress', { chest: 82, waist: 62, hip: 88 });
    expect(importSizeChart(JSON.stringify(stored), { id: 'file' })).toEqual({ status: 'read', chart: stored, problems: [] });
    expect(importSizeChart(JSON.stringify({ ...stored, fit: 'wide' }), shirt)).toMatchObject({ status: 'invalid', problems: [{ code: 'schema', sentence: 'fit must be one of "slim", "regular", "loose".' }] });
    expect(places(importSizeChart(JSON.stringify({ ...stored, rows: stored.rows.toReversed() }), shirt).problems)).toContainEqual(['range-falls', undefined, 2, undefined]);
  });

  it.each<[string, string, ChartSettings, unknown]>([
    ['an empty file', '', shirt, [['file-empty', undefined, undefined, undefined]]],
    ['an open quote', 'Size,Chest\nS,"84', shirt, [['quote-open', 2, undefined, 2]]],
    ['broken JSON', '{"rows": [', shirt, [['json-broken', undefined, undefined, undefined]]],
    ['other JSON', '[1, 2]', shirt, [['json-shape', undefined, undefined, undefined]]],
    ['no garment', 'Size,Chest\nS,84-88\n', { id: 'c' }, [['garment-missing', undefined, undefined, undefined]]],
    ['an unknown fit', 'fit,wide\nSize,Chest\nS,84-88\n', shirt, [['setting-unknown', 1, undefined, 2]]],
    ['no sizes', 'Chest,Hip\n84-88,90-94\n', shirt, [['label-column-missing', 1, undefined, undefined]]],
    ['an unknown column', 'Size,Chest,Price\nS,84-88,9\n', shirt, [['column-unknown', 1, undefined, 3]]],
    ['a column that comes twice', 'Size,Chest,Bust\nS,84-88,84-88\n', shirt, [['column-repeated', 1, undefined, 3]]],
    ['a cell that is no range', 'Size,Chest\nS,84-88\nM,big\n', shirt, [['cell-unreadable', 3, 2, 2]]],
    ['a number among ranges', 'Size,Chest\nS,84-88\nM,90\n', shirt, [['value-among-ranges', 3, 2, 2], ['main-zone-missing', undefined, undefined, undefined]]],
    ['a row without a size', 'Size,Chest\nS,84-88\n,88-92\n', shirt, [['label-missing', 3, 2, 1]]],
    ['a row that is too long', 'Size,Chest\nS,84-88,90\n', shirt, [['row-too-long', 2, 1, 3]]],
    ['a size that comes twice', 'Size,Chest\nS,84-88\nS,88-92\n', shirt, [['label-repeated', 3, 2, 1]]],
    ['inches', 'Size,Chest\nS,34-36\nM,36-38\n', shirt, [['unit-doubtful', 1, undefined, 2]]],
    ['JSON that is nested deep', `[{"size":"S","chest":${'['.repeat(9000)}${']'.repeat(9000)}}]`, shirt, [['cell-unreadable', undefined, 1, 2]]],
    ['a whole book in a cell', `Size,Chest\nS,${'9'.repeat(100_000)}\n`, shirt, [['cell-unreadable', 2, 1, 2]]],
    ['more sizes than a chart has', `Size,Chest\n${'S,84-88\n'.repeat(121)}`, shirt, [['rows-too-many', undefined, undefined, undefined]]],
    ['a label that is too long', `Size,Chest\n${'x'.repeat(30)},84-88\n`, shirt, [['schema', undefined, 1, undefined]]],
  ])('tells %s', (_what, text, settings, expected) => {
    const { problems } = importSizeChart(text, settings);
    expect(places(problems)).toEqual(expected);
    for (const { sentence } of problems) {
      expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
      expect(sentence.length).toBeLessThan(500);
    }
  });

  it('gives a clean chart back as it was, in every way of writing it', () => {
    const rising = fc.tuple(fc.integer({ min: 640, max: 900 }), fc.array(fc.integer({ min: 30, max: 36 }), { minLength: 3, maxLength: 9 })).map(([from, steps]) => {
      const starts = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], [from]);
      return starts.map((tenths) => tenths / 10);
    });
    const written = fc.record({ delimiter: fc.constantFrom(',', ';', '\t'), dash: fc.constantFrom('-', '–', ' to '), decimal: fc.constantFrom('.', ','), lineEnd: fc.constantFrom('\n', '\r\n', '\r') });
    fc.assert(fc.property(rising, written, (starts, options) => {
      const ranges = starts.slice(1).map((maxCm, index) => ({ minCm: starts[index] ?? 0, maxCm }));
      const chart: SizeChart = { id: 'c', garmentType: 'shirt', fit: 'regular', rows: ranges.map((chest, index) => ({ label: `N "${index}", x`, body: { chest, hip: { minCm: chest.minCm + 10, maxCm: chest.maxCm + 10 } } })) };
      const reading = importSizeChart(writeChartCsv(chart, options), shirt);
      expect(reading.problems).toEqual([]);
      expect(rowsOf(reading).map(({ label, body: { chest } }) => [label, chest])).toEqual(chart.rows.map(({ label, body: { chest } }) => [label, chest]));
    }));
  });

  it('finds each planted fault in its row and column, and nothing else', () => {
    const sizes = 6;
    const fault = fc.constantFrom<[string, (min: number, max: number) => string]>(
      ['cell-unreadable', () => '8x'], ['cell-empty', () => ''], ['range-turned', (min, max) => `${max}-${min}`], ['range-empty', (min) => `${min}.5-${min}.5`],
    );
    fc.assert(fc.property(fc.constantFrom('chest', 'waist', 'hip'), fc.integer({ min: 1, max: sizes - 2 }), fault, (zone, index, [code, write]) => {
      const zones = ['chest', 'waist', 'hip'];
      const cell = (row: number, at: string): string => {
        const min = 60 + 10 * zones.indexOf(at) + 6 * row;
        return row === index && at === zone ? write(min, min + 6) : `${min}-${min + 6}`;
      };
      const text = lines(['Size', ...zones].join(), ...Array.from({ length: sizes }, (_, row) => [`N${row}`, ...zones.map((at) => cell(row, at))].join()));
      const { problems } = importSizeChart(text, { id: 'c', garmentType: 'dress' });
      expect(problems).toContainEqual(expect.objectContaining({ code, line: index + 2, row: index + 1, column: zones.indexOf(zone) + 2, header: zone }));
      expect(new Set(problems.map(({ column }) => column).filter((column) => column !== undefined))).toEqual(new Set([zones.indexOf(zone) + 2]));
    }));
  });

  it('never throws, gives only charts of the contract and no chart beside an error', () => {
    const word = fc.constantFrom('Size', 'Chest', 'Waist (in)', 'Vòng mông', 'EU', 'Cup', 'Band', 'garment', 'jeans', 'bra', 'fit', 'S', 'M', '84-88', '92', '8x', '"', ',', ';', '\n', '\t', 'W30 L32', '75B', '99999', '<84', '110+', '{', '}', '[', ']', ':', '\uFEFF');
    const arbitrary = fc.oneof(fc.string({ maxLength: 60 }), fc.array(word, { maxLength: 40 }).map((words) => words.join('')), fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 6 }).map((table) => table.map((row) => row.join(',')).join('\n')), fc.json({ maxDepth: 3 }));
    fc.assert(fc.property(arbitrary, fc.constantFrom('shirt', 'jeans', 'bra'), (text, garmentType) => {
      const reading = importSizeChart(text, { id: 'c', garmentType });
      const hasError = reading.problems.some(({ severity }) => severity === 'error');
      expect(hasError).toBe(reading.status === 'invalid');
      expect(reading.status === 'invalid' || Value.Check(SizeChart, reading.chart)).toBe(true);
      for (const { sentence } of reading.problems) expect(sentence).not.toMatch(/undefined|NaN/);
    }), { numRuns: 1500 });
  });
});
