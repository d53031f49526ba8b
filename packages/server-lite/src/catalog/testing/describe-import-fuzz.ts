import { CatalogImportReport, Product, type SizeChart } from '@vua/models/contracts';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { sampleCatalog } from '../../testing/sample-catalog.ts';
import { productOf } from '../catalog-item.ts';
import { createMemoryCatalog } from '../memory-catalog.ts';
import { importText, type TextImport } from './import-text.ts';

const report = Compile(CatalogImportReport);
const product = Compile(Product);
// `VUA_SEED=1234` runs the same cases again; a failure prints its seed.
const seed = process.env['VUA_SEED'];
const options = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, ...(seed !== undefined && { seed: Number(seed) }) });

/** What is wrong after this import: nothing, whatever the file. There is a report or a refusal by its code, and a catalog in which all follows the contracts. */
async function faultsOf(request: TextImport): Promise<readonly unknown[]> {
  const repository = createMemoryCatalog(sampleCatalog());
  const outcome = await importText(repository, request);
  const items = await repository.listItems('demo');
  const misfits = items.filter((item) => !product.Check(productOf(item)));
  if ('code' in outcome) return [...misfits, ...(/^[a-z0-9-]+$/.test(outcome.code) && items.length === 2 ? [] : [outcome])];
  const isCounted = items.length === 2 + outcome.items.created - outcome.items.withdrawn;
  return [...misfits, ...report.Errors(outcome), ...(isCounted ? [] : [outcome])];
}

const CELLS = ['x', 'shirt-a', 'A_B', '1', '490.000 ₫', '5 USD', 'S', 'M', 'XXL', 'in_stock', 'women', 'shirt-chart', 'x.csv', 'Navy', 'a:b:c:#000000', '2026-01-01/2026-02-01', '__proto__', 'constructor', '', '"', '""', '\'', ',', ';', '\t', '\r\n', '\n', '\u0000', '\uFEFF', '𝕏', '=1+1', '<script>', '../../etc/passwd'];
const NAMES = ['id', 'item_group_id', 'title', 'title_vi', 'description', 'price', 'sale_price', 'sale_price_effective_date', 'size', 'quantity', 'availability', 'size_chart', 'colours', 'gender', 'garment_type', 'google_product_category', '__proto__', 'other'];
const cell = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...CELLS) }, fc.string({ unit: 'binary', maxLength: 20 }));
const quoted = fc.tuple(cell, fc.boolean()).map(([text, isQuoted]) => (isQuoted ? `"${text.replaceAll('"', '""')}"` : text));
const table = fc.tuple(fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 14 }), fc.array(fc.array(quoted, { maxLength: 16 }), { maxLength: 12 }), fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([names, rows, sign, end]) => [['id', 'price', ...names.filter((name) => name !== 'id' && name !== 'price')], ...rows].map((row) => row.join(sign)).join(end));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = fc.tuple(fc.constantFrom(...NAMES), cell, fc.constantFrom('g:', '', 'x:'), fc.constantFrom(escaped, (text: string) => text, (text: string) => `<![CDATA[${text}]]>`))
  .map(([name, text, prefix, write]) => `<${prefix}${name}>${write(text)}</${prefix}${name}>`);
const markup = fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<?x ?>', '<item>', '</item>', '<entry/>', '</', '<', '>', '&', '&lol;', '&#xD800;', '<!DOCTYPE x>', '<rss>', '"', '\'');
const feed = fc.array(fc.array(fc.oneof({ weight: 6, arbitrary: element }, markup), { maxLength: 14 }), { maxLength: 6 }).map((items) => `<rss><channel>${items.map((parts) => `<item>${parts.join('')}</item>\n`).join('')}</channel></rss>`);

/** Importers under whatever files, `scale` times 1,000 of each kind. */
export const describeImportFuzz = (scale: number): void => void describe(`importers survive, ${scale} times 1,000 files,`, () => {
  it.each([['csv', table], ['feed', feed]] as const)('every %s', async (format, arbitrary) => {
    await fc.assert(fc.asyncProperty(arbitrary, fc.integer({ min: 1, max: 200 }), fc.boolean(), async (content, pieceBytes, replace) => {
      expect(await faultsOf({ content, pieceBytes, format, replace })).toEqual([]);
    }), options(1000 * scale));
  });

  it.each(['csv', 'feed'] as const)('every text and every bytes as %s', async (format) => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.uint8Array({ maxLength: 300 })), async (content) => {
      expect(await faultsOf({ content, format })).toEqual([]);
    }), options(1000 * scale));
  });

  it('a good feed with one character changed', async () => {
    const good = '<?xml version="1.0"?>\n<rss xmlns:g="x"><channel><item><g:id>x</g:id><title>A</title><g:price>1 VND</g:price><g:size>S</g:size><g:quantity>1</g:quantity><g:size_chart>shirt-chart</g:size_chart></item></channel></rss>';
    await fc.assert(fc.asyncProperty(fc.nat(good.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), async (at, sign) => {
      expect(await faultsOf({ content: `${good.slice(0, at)}${sign}${good.slice(at + 1)}`, format: 'feed' })).toEqual([]);
    }), options(1000 * scale));
  });

  it('every catalog that it could have written itself', async () => {
    const [chart] = sampleCatalog().sizeCharts as [SizeChart];
    const sizes = fc.uniqueArray(fc.record({ label: fc.constantFrom(...chart.rows.map(({ label }) => label)), quantity: fc.nat(1_000_000) }), { selector: ({ label }) => label, minLength: 1 });
    const item = fc.record({ id: fc.stringMatching(/^[a-z0-9]{1,12}$/), title: fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text.trim() !== ''), price: fc.nat(1e12), sizes });
    await fc.assert(fc.asyncProperty(fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 50 }), async (items, pieceBytes) => {
      const repository = createMemoryCatalog({ products: [], sizeCharts: [chart] });
      const rows = items.flatMap(({ id, title, price, sizes: some }) => some.map(({ label, quantity }) => `${id},"${title.replaceAll('"', '""')}",${price},${label},${quantity},shirt-chart`));
      const outcome = await importText(repository, { content: `id,title,price,size,quantity,size_chart\n${rows.join('\n')}`, pieceBytes });
      expect(outcome).toMatchObject({ items: { created: items.length }, errors: 0 });
      const kept = await repository.listItems('demo');
      expect(kept.map(({ id, name, price, stock }) => ({ id, title: name.en, price: price.amountMinor, stock }))).toEqual(items.map(({ id, title, price, sizes: some }) => (
        { id, title: title.trim(), price, stock: some.toSorted((a, b) => (a.label < b.label ? -1 : 1)) }
      )));
    }), options(200 * scale));
  });
});
