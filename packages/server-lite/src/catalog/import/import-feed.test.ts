import { describe, expect, it } from 'vitest';
import { sampleCatalog } from '../../testing/sample-catalog.ts';
import { createMemoryCatalog } from '../memory-catalog.ts';
import { importText, type TextImport } from '../testing/import-text.ts';

const open = () => createMemoryCatalog(sampleCatalog());
const rss = (items: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel><title>Shop</title><link>https://shop.example</link>
${items}
</channel></rss>`;
const offer = (id: string, size: string, more = ''): string => `<item><g:id>${id}</g:id><g:item_group_id>TEE-1</g:item_group_id><title>Áo &amp; tee</title><g:price>490000 VND</g:price>
<g:size>${size}</g:size><g:availability>in_stock</g:availability><g:gender>female</g:gender><g:size_chart>shirt-chart</g:size_chart>${more}</item>`;

async function check(content: string, changes: Partial<TextImport> = {}) {
  const repository = open();
  const report = await importText(repository, { content, format: 'feed', ...changes });
  const codes = 'problems' in report ? report.problems.map(({ line, column, code }) => `${line}:${column ?? ''}:${code}`) : [`${report.line}:${report.code}`];
  return { repository, report, codes };
}

describe('a Merchant feed', () => {
  it('brings items, their variants together', async () => {
    const sale = '<g:sale_price>390000 VND</g:sale_price><g:sale_price_effective_date>2026-11-20T09:00+0700/2026-11-25T23:59+0700</g:sale_price_effective_date>';
    const { repository, report } = await check(rss(`${offer('t1', 'S', `<g:color>Navy</g:color>${sale}`)}\n${offer('t2', 'S', `<g:color>Ivory</g:color>${sale}`)}\n${offer('t3', 'm', `<g:color>Navy</g:color>${sale}`).replace('in_stock', 'out of stock')}`));
    expect(report).toMatchObject({ rows: 3, items: { created: 1, refused: 0 }, errors: 0, warnings: 1, problems: [{ code: 'id-changed' }] });
    expect(await repository.findItems('demo', ['tee-1'])).toMatchObject([{
      garmentType: 'shirt', audience: 'women', name: { vi: 'Áo & tee', en: 'Áo & tee' }, price: { amountMinor: 490_000, currency: 'VND' },
      colours: [{ id: 'navy' }, { id: 'ivory' }], sizeChartId: 'shirt-chart', stock: [{ label: 'M', quantity: 0 }, { label: 'S', quantity: undefined }],
      sales: [{ price: { amountMinor: 390_000 }, startsAtMs: Date.parse('2026-11-20T02:00Z'), endsAtMs: Date.parse('2026-11-25T16:59Z') }],
    }]);
  });

  it('may be Atom, with another prefix, CDATA, comments and character references', async () => {
    const { repository, report } = await check(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:shop="http://base.google.com/ns/1.0"><!-- <entry> --><title><![CDATA[<entry>]]></title>
      <entry><shop:id>x</shop:id><title><![CDATA[A </entry> & B]]></title><shop:price>1</shop:price><shop:size>S</shop:size><shop:quantity>2</shop:quantity><!-- </entry> -->
      <summary>&#193;o &#xe9;</summary><shop:size_chart>shirt-chart</shop:size_chart></entry></feed>`);
    expect(report).toMatchObject({ items: { created: 1 }, errors: 0 });
    expect(await repository.findItems('demo', ['x'])).toMatchObject([{ name: { vi: 'A </entry> & B' }, description: { en: 'Áo é' }, stock: [{ label: 'S', quantity: 2 }] }]);
  });

  it('names the line of the item and the element', async () => {
    const { codes } = await check(rss(`${offer('t1', 'XXL')}\n${offer('t2', 'S').replace('490000', '500000')}`));
    expect(codes).toEqual(['4:size:size-unknown', '6:price:value-differs', '4:item_group_id:id-changed']);
  });

  it('spoils only the item that is broken', async () => {
    const whole = offer('t1', 'S');
    const { report, codes } = await check(rss(`<item><g:id>a</item>\n<item>5 & 6</item>\n<item><constructor>1</constructor></item>\n${'<item><b>'.repeat(3)}</item>\n${whole}`));
    expect(codes.slice(0, 4)).toEqual(['4::row-broken', '5::row-broken', '6::row-broken', '7::row-broken']);
    expect(report).toMatchObject({ items: { created: 1 } });
  });

  it('has no sale for a variant that names none', async () => {
    const { codes } = await check(rss(`${offer('t1', 'S', '<g:sale_price>1 VND</g:sale_price>')}${offer('t2', 'M')}`));
    expect(codes).toContain('5:sale_price:value-differs');
  });

  it('takes the chart\'s word on the garment, and tells another category', async () => {
    const category = (text: string): string => rss(offer('t1', 'S', `<g:google_product_category>${text}</g:google_product_category>`));
    expect((await check(category('Apparel &amp; Accessories &gt; Clothing &gt; Dresses'))).codes).toContain('4:google_product_category:garment-differs');
    expect((await check(category('212'))).codes).toEqual(['4:item_group_id:id-changed']);
  });

  it('is read the same in pieces of each length', async () => {
    const content = rss(`${offer('t1', 'S')}\r\n${offer('t2', 'M', '<g:color><![CDATA[Xanh > lá]]></g:color>')}`);
    const { repository } = await check(content);
    const items = await repository.listItems('demo');
    for (const pieceBytes of [1, 2, 3, 7, 64]) expect(await (await check(content, { pieceBytes })).repository.listItems('demo')).toEqual(items);
  });
});

describe('a hostile feed', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 10 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`).join('')}]>`;
  it.each([
    ['a billion laughs', `<?xml version="1.0"?>${laughs}<rss><channel><item><title>&lol9;</title></item></channel></rss>`, '1:doctype-refused'],
    ['an external entity', rss('<!DOCTYPE foo [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><item><title>&xxe;</title></item>'), '4:doctype-refused'],
    ['a document type in small letters', '<!doctype html><rss></rss>', '1:doctype-refused'],
    ['a document type inside an item', rss('<item><!ELEMENT x></item>'), '4:doctype-refused'],
    ['another encoding', rss('').replace('UTF-8', 'ISO-8859-1'), '1:encoding-unknown'],
    ['an item that never ends', rss('<item><title>x</title>'), '4:xml-broken'],
    ['an item of a megabyte', rss(`<item><title>${'<b>x</b>'.repeat(131_072)}</title></item>`), '4:record-too-long'],
    ['a comment that never ends', rss(`<!-- ${'x'.repeat(400_000)}`), '4:xml-broken'],
    ['a CDATA section that never ends', rss('<item><![CDATA[ </item>'), '4:xml-broken'],
    ['an attribute that never ends', rss(`<item a="${'x'.repeat(400_000)}`), '4:xml-broken'],
    ['no feed', '<html><body>Not found</body></html>', 'undefined:xml-no-feed'],
    ['plain text', 'id,price\n1,2\n', 'undefined:xml-no-feed'],
    ['nothing', ' \n', 'undefined:file-empty'],
    ['no items', rss(''), 'undefined:file-empty'],
  ])('%s changes nothing', async (_what, content, refusal) => {
    const { repository, codes } = await check(content);
    expect(codes).toEqual([refusal]);
    expect(await repository.listIds('demo')).toEqual(['shirt-b', 'shirt-a']);
  });

  it('cannot nest, expand or pollute', async () => {
    const { report, codes } = await check(rss([
      `<item>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</item>`, `<item><g:id>${'&amp;'.repeat(20_000)}</g:id></item>`, '<item><__proto__><polluted>1</polluted></__proto__></item>', '<item><g:id>&#0;&#x1;&#xD800;</g:id></item>',
    ].join('\n')));
    expect(report).toMatchObject({ items: { created: 0 } });
    expect(codes).toHaveLength(4);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
