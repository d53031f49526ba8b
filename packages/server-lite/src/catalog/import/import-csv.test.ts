import type { CatalogImportReport } from '@vua/models/contracts';
import { describe, expect, it } from 'vitest';
import { sampleCatalog, sampleItem } from '../../testing/sample-catalog.ts';
import { createMemoryCatalog } from '../memory-catalog.ts';
import { importText, type TextImport } from '../testing/import-text.ts';

const HEADER = 'id,title_vi,title_en,garment_type,audience,price,sale_price,sale_price_effective_date,size,quantity,size_chart,colours';
const TEE = 'tee-1,Áo thun,Tee,tee,women,320000,,,S,4,shirt-chart,ivory:Trắng ngà:Ivory:#e9e4d8\ntee-1,,,,,,,,M,0,,\n';

const open = () => createMemoryCatalog(sampleCatalog());
const codesOf = (report: Awaited<ReturnType<typeof importText>>): string[] => ('problems' in report ? report.problems.map(({ line, column, code }) => `${line}:${column ?? ''}:${code}`) : [`${report.line}:${report.code}`]);

async function check(rows: string, changes: Partial<TextImport> = {}) {
  const repository = open();
  const report = await importText(repository, { content: `${HEADER}\n${rows}`, ...changes });
  return { repository, report, codes: codesOf(report) };
}

describe('a CSV file', () => {
  it('brings items with stock by size, and empty cells mean "as above"', async () => {
    const { repository, report } = await check(TEE);
    expect(report).toEqual({ dryRun: false, rows: 2, items: { created: 1, updated: 0, unchanged: 0, withdrawn: 0, refused: 0 }, sizeCharts: 0, errors: 0, warnings: 0, problems: [] });
    expect(await repository.findItems('demo', ['tee-1'])).toEqual([{
      id: 'tee-1', garmentType: 'tee', audience: 'women', name: { vi: 'Áo thun', en: 'Tee' }, description: { vi: 'Áo thun', en: 'Tee' }, material: { vi: 'Chưa ghi', en: 'Not stated' },
      price: { amountMinor: 320_000, currency: 'VND' }, colours: [{ id: 'ivory', name: { vi: 'Trắng ngà', en: 'Ivory' }, hex: '#e9e4d8' }], sizeChartId: 'shirt-chart',
      stock: [{ label: 'M', quantity: 0 }, { label: 'S', quantity: 4 }], sales: [],
    }]);
  });

  it('brings sales', async () => {
    const { repository } = await check('tee-1,Áo,Tee,,,320000,290000|250000,2026-11-20/2026-11-21|2026-11-27T09:00Z/2026-11-27T12:00Z,S,1,shirt-chart,\n');
    expect((await repository.findItems('demo', ['tee-1']))[0]?.sales).toEqual([
      { price: { amountMinor: 290_000, currency: 'VND' }, startsAtMs: Date.parse('2026-11-19T17:00Z'), endsAtMs: Date.parse('2026-11-21T17:00Z') },
      { price: { amountMinor: 250_000, currency: 'VND' }, startsAtMs: Date.parse('2026-11-27T09:00Z'), endsAtMs: Date.parse('2026-11-27T12:00Z') },
    ]);
  });

  it.each([['used', { condition: 'used' }], ['Refurbished', { condition: 'used' }], ['cũ', { condition: 'used' }], ['used_good', { condition: 'used' }], ['Second-hand', { condition: 'used' }], ['new', {}], ['', {}]])('takes the condition "%s"', async (word, kept) => {
    const repository = open();
    await importText(repository, { content: `${HEADER},condition\ntee-1,Áo,Tee,,,320000,,,S,1,shirt-chart,,${word}\n` });
    const [item] = await repository.findItems('demo', ['tee-1']);
    expect(item && 'condition' in item ? { condition: item.condition } : {}).toEqual(kept);
  });

  it('refuses an item whose condition it cannot read', async () => {
    expect(codesOf(await importText(open(), { content: `${HEADER},condition\ntee-1,Áo,Tee,,,320000,,,S,1,shirt-chart,,worn\n` }))).toEqual(['2:condition:condition-unknown']);
  });

  it('knows what it brought before', async () => {
    const { repository } = await check(TEE);
    expect(await importText(repository, { content: `${HEADER}\n${TEE}` })).toMatchObject({ items: { created: 0, updated: 0, unchanged: 1 } });
    expect(await importText(repository, { content: `${HEADER}\n${TEE.replace(',4,', ',3,')}` })).toMatchObject({ items: { created: 0, updated: 1, unchanged: 0 } });
  });

  it('only says what it would do in a dry run', async () => {
    const { repository, report } = await check(TEE, { dryRun: true, replace: true });
    expect(report).toMatchObject({ dryRun: true, items: { created: 1, withdrawn: 2 } });
    expect(await repository.listIds('demo')).toEqual(['shirt-b', 'shirt-a']);
  });

  it('withdraws what a whole catalog no longer has, but nothing that is in it with an error', async () => {
    const { repository, report } = await check(`${TEE}shirt-a,A,A,,,free,,,S,1,shirt-chart,\n`, { replace: true });
    expect(report).toMatchObject({ items: { created: 1, withdrawn: 1, refused: 1 }, errors: 1 });
    expect(await repository.listIds('demo')).toEqual(['shirt-a', 'tee-1']);
    expect(await repository.findItems('demo', ['shirt-a'])).toEqual([sampleItem('shirt-a')]);
  });

  it('withdraws nothing for a file without a good row', async () => {
    const { repository, codes } = await check('tee-1,,,,,free,,,,,,\n', { replace: true });
    expect(codes).toEqual(['undefined:nothing-usable']);
    expect(await repository.listIds('demo')).toHaveLength(2);
  });

  it('takes an item whole or not at all, and names line and column', async () => {
    const { repository, report, codes } = await check(`${TEE}shirt-a,A,A,,,650000,,,S,1,shirt-chart,\nshirt-a,,,,,,,,XXL,many,,\n`);
    expect(codes).toEqual(['5:size:size-unknown', '5:quantity:quantity-unreadable']);
    expect(report).toMatchObject({ items: { created: 1, refused: 1 }, problems: [{ item: 'shirt-a', severity: 'error', sentence: 'The size chart shirt-chart has no size "XXL". It has: S, M.' }, {}] });
    expect(await repository.findItems('demo', ['shirt-a'])).toEqual([sampleItem('shirt-a')]);
  });

  it.each([
    ['x,A,A,,,1,,,S,1,,', '2::size-chart-missing'], ['x,A,A,,,1,,,S,1,hat-chart,', '2:size_chart:size-chart-unknown'], ['x,A,A,,,1,,,S,1,charts/x.csv,', '2:size_chart:size-chart-file-refused'],
    ['x,,,,,1,,,S,1,shirt-chart,', '2::text-missing'], ['x,A,A,hat,,1,,,S,1,shirt-chart,', '2:garment_type:garment-unknown'], ['x,A,A,,kids,1,,,S,1,shirt-chart,', '2:audience:audience-unknown'],
    ['x,A,A,,,,,,S,1,shirt-chart,', '2::text-missing'], ['x,A,A,,,5 USD,,,S,1,shirt-chart,', '2:price:currency-unknown'], ['x,A,A,,,5,9,,S,1,shirt-chart,', '2:sale_price:sale-dearer'],
    ['x,A,A,,,5,,2026-01-01/2026-01-02,S,1,shirt-chart,', '2:sale_price_effective_date:sale-date-alone'], ['x,A,A,,,5,4,soon,S,1,shirt-chart,', '2:sale_price_effective_date:sale-period-unreadable'],
    ['x,A,A,,,5,4,2026-01-02/2026-01-01,S,1,shirt-chart,', '2:sale_price_effective_date:sale-period-empty'], ['x,A,A,,,5,4|3,2026-01-01/2026-01-02,S,1,shirt-chart,', '2:sale_price:sales-uneven'],
    [`x,A,A,,,5,${Array(9).fill('4').join('|')},${Array(9).fill('2026-01-01/2026-01-02').join('|')},S,1,shirt-chart,`, '2:sale_price:sales-too-many'],
    ['x,A,A,,,1,,,,1,shirt-chart,', '2::size-missing'], ['x,A,A,,,1,,,S,,shirt-chart,', '2::stock-missing'], ['x,A,A,,,1,,,S,1,shirt-chart,???', '2:colours:colour-unreadable'],
    ['x,A,A,,,1,,,S,1,shirt-chart,Sunset', '2:colours:colour-unknown'], [`x,A,A,,,1,,,S,1,shirt-chart,${Array.from({ length: 25 }, (_, at) => `c${at}:#000000`).join('|')}`, '2:colours:colours-too-many'],
    ['x,A,A,,,1,,,S,1,shirt-chart,\nx,,,,,2,,,M,1,,', '3:price:value-differs'], ['x,A,A,,,1,,,S,1,shirt-chart,\nx,,,,,,,,S,1,,', '3:size:variant-repeated'],
    [',A,A,,,1,,,S,1,shirt-chart,', '2::id-missing'], ['???,A,A,,,1,,,S,1,shirt-chart,', '2:id:id-unusable'], ['A_B,A,A,,,1,,,S,1,shirt-chart,', '2:id:id-changed'],
    ['A_B,A,A,,,1,,,S,1,shirt-chart,\na-b,A,A,,,1,,,M,1,shirt-chart,', '3:id:id-collision'], ['x,A,A,,,1,,,S,1,shirt-chart,,,more', '2::row-broken'],
    [`x,${'A'.repeat(2001)},A,,,1,,,S,1,shirt-chart,`, '2:title_vi:text-too-long'], ['x,A\u0007,A,,,1,,,S,1,shirt-chart,', '2:title_vi:text-control'],
  ])('tells what is wrong with %j', async (row, code) => expect((await check(`${row}\n`)).codes).toContain(code));

  it('has no sale at the full price', async () => {
    const { repository, report } = await check('tee-1,Áo,Tee,,,320000,320000,,S,1,shirt-chart,\n');
    expect(report).toMatchObject({ errors: 0, warnings: 0 });
    expect((await repository.findItems('demo', ['tee-1']))[0]?.sales).toEqual([]);
  });

  it.each([1, 2, 3, 64])('names the line of a row behind quoted lines, empty lines and CRLF, in pieces of %i bytes', async (pieceBytes) => {
    const { codes } = await check('\r\n"x","A\r\nB ""C""\r\n","5"" pipe",,,1,,,S,1,shirt-chart,\r\n\r\n,y,,,,,,,,,,\r\n', { pieceBytes });
    expect(codes).toEqual(['7::id-missing']);
  });

  it.each([[';'], ['\t']])('may have %j between its cells', async (sign) => {
    expect(await importText(open(), { content: `\uFEFFid${sign}Title${sign}price${sign}Size${sign}availability${sign}size chart\r\nx${sign}A, B${sign}"490,000 VND"${sign}s${sign}in stock${sign}shirt-chart` })).toMatchObject({ items: { created: 1 }, errors: 0 });
  });

  it('takes a chart for all, and the chart that has the item\'s id', async () => {
    const content = 'id,title,price,size,quantity\nx,A,1,S,1\n';
    expect(await importText(open(), { content, defaultChartId: 'shirt-chart' })).toMatchObject({ items: { created: 1 } });
    const [chart] = sampleCatalog().sizeCharts;
    expect(await importText(createMemoryCatalog({ products: [], sizeCharts: chart ? [{ ...chart, id: 'x' }] : [] }), { content })).toMatchObject({ items: { created: 1 } });
  });

  it('brings charts by their files', async () => {
    const repository = open();
    const charts: Record<string, string> = { 'charts/tee.csv': 'garment,tee\nSize,Chest (cm)\nS,80-88\nM,88-96\n', 'bad.csv': 'garment,tee\nSize,Chest (cm)\nS,80-88\nM,96-88\n' };
    const content = 'id,title,price,size,quantity,size_chart\nx,A,1,M,1,charts/tee.csv\ny,A,1,M,1,bad.csv\nz,A,1,M,1,gone.csv\n';
    const report = await importText(repository, { content, readChartFile: (reference) => charts[reference] });
    expect(report).toMatchObject({ items: { created: 1, refused: 2 }, sizeCharts: 1 });
    expect(codesOf(report)).toEqual(['3:size_chart:size-chart-broken', '4:size_chart:size-chart-broken']);
    expect(await repository.findItems('demo', ['x'])).toMatchObject([{ sizeChartId: 'charts-tee', garmentType: 'tee' }]);
    expect(await repository.findSizeCharts('demo', ['charts-tee'])).toMatchObject([{ id: 'charts-tee' }]);
  });

  it('lists a thousand problems, and counts the others', async () => {
    const { report } = await check(',,,,,,,,,1,,\n'.repeat(1500)) as { report: CatalogImportReport };
    expect([report.errors, report.problems.length]).toEqual([1500, 1000]);
  });
});

describe('a file that cannot be used', () => {
  const utf16 = (text: string, mark: number[]): Uint8Array => Buffer.from([...mark, ...Buffer.from(text, 'utf16le')]);
  it.each<[string, string | Uint8Array, string]>([
    ['is empty', '', 'undefined:file-empty'], ['has only names', `${HEADER}\n`, 'undefined:file-empty'], ['is UTF-16', utf16(HEADER, [0xff, 0xfe]), 'undefined:encoding-utf-16'],
    ['is UTF-16 without a mark', utf16(HEADER, []), 'undefined:encoding-utf-16'], ['is UTF-16 big endian', Buffer.from([0xfe, 0xff, 0, 0x69]), 'undefined:encoding-utf-16'],
    ['is Latin-1', Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.from([0x63, 0xe9, 0x0a])]), '1:not-utf-8'], ['has a NUL', `${HEADER}\nx,\0`, '2:nul-character'],
    ['has no prices', 'id,title\nx,A\n', '1:column-missing'], ['names a column twice', 'id,price,Price\nx,1,2\n', '1:column-repeated'],
    ['has 201 columns', `${Array.from({ length: 201 }, (_, at) => `c${at}`).join(',')}\n`, '1:columns-too-many'], ['has 100,000 columns', `id,price${',x'.repeat(100_000)}\n`, '1:columns-too-many'],
    ['never closes a quote', `${HEADER}\nx,"A\n,,\n`, '3:quote-open'], ['has a row without end', `${HEADER}\nx,"${'A'.repeat(300_000)}`, '2:record-too-long'],
    ['is larger than 20 MB', Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(20 * 1024 * 1024, `${'x'.repeat(999)}\n`)]), 'undefined:file-too-large'],
  ])('because it %s changes nothing', async (_what, content, refusal) => {
    const repository = open();
    expect(codesOf(await importText(repository, { content }))).toEqual([refusal]);
    expect(await repository.listItems('demo')).toEqual([sampleItem('shirt-b'), sampleItem('shirt-a')]);
  });
});
