import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCatalog, sampleChart } from '../testing/sample-catalog.ts';
import type { CatalogRepository } from './catalog-repository.ts';
import { createMemoryCatalog } from './memory-catalog.ts';
import { openCatalogApp } from './testing/open-catalog-app.ts';

const repository = createMemoryCatalog(sampleCatalog());
const app = await openCatalogApp(repository);
const CSV = 'id,title,price,size,quantity,size_chart\nhat,Hat,1,S,3,shirt-chart\n';
const post = (payload: string | Buffer, type = 'text/csv', query = '') => app.inject({ method: 'POST', url: `/v1/catalog/import${query}`, headers: { 'content-type': type }, payload });
const put = (payload: string | Buffer, type = 'text/csv', id = 'tee-chart') => app.inject({ method: 'PUT', url: `/v1/size-charts/${encodeURIComponent(id)}`, headers: { 'content-type': type }, payload });

describe('POST /v1/catalog/import', () => {
  it('takes a table, and reports', async () => {
    expect((await post(CSV, 'text/csv; charset=utf-8', '?dryRun=true')).json()).toMatchObject({ dryRun: true, items: { created: 1 } });
    expect((await post(CSV)).json()).toMatchObject({ dryRun: false, rows: 1, items: { created: 1 }, errors: 0, problems: [] });
    expect(await repository.findItems('demo', ['hat'])).toMatchObject([{ stock: [{ label: 'S', quantity: 3 }] }]);
    expect((await post(CSV.replace('hat', 'hat,'))).json()).toMatchObject({ items: { refused: 1 }, errors: 1, problems: [{ line: 2, code: 'row-broken' }] });
  });

  it('takes a feed', async () => {
    const feed = '<rss xmlns:g="x"><channel><item><g:id>scarf</g:id><title>Scarf</title><g:price>1 VND</g:price><g:size>S</g:size><g:availability>in_stock</g:availability></item></channel></rss>';
    for (const type of ['application/xml', 'text/xml', 'application/rss+xml', 'APPLICATION/XML; charset="utf-8"']) expect((await post(feed, type, '?sizeChart=shirt-chart&mode=merge')).json()).toMatchObject({ rows: 1, errors: 0 });
    expect(await repository.findItems('demo', ['scarf'])).toHaveLength(1);
  });

  it('takes a whole catalog', async () => {
    expect((await post(CSV, 'text/csv', '?mode=replace')).json()).toMatchObject({ items: { withdrawn: 3, unchanged: 1 } });
    expect(await repository.listIds('demo')).toEqual(['hat']);
  });

  it.each([
    ['text/csv', 'id\n', 422, { code: 'unreadable-file', errors: [{ at: '/line/1', rule: 'column-missing' }] }],
    ['text/csv', Buffer.from([0xff, 0xfe, 0x69, 0]), 422, { code: 'unreadable-file', errors: [{ at: '', rule: 'encoding-utf-16' }] }],
    ['application/xml', '<!DOCTYPE x><rss/>', 422, { code: 'unreadable-file', errors: [{ at: '/line/1', rule: 'doctype-refused' }] }],
    ['application/json', '{}', 415, { code: 'unsupported-media-type' }], ['application/octet-stream', 'x', 415, { code: 'unsupported-media-type' }],
  ])('refuses %s with a problem', async (type, payload, status, problem) => {
    const response = await post(payload, type);
    expect([response.statusCode, response.json()]).toMatchObject([status, problem]);
  });

  it.each(['?mode=wipe', '?dryRun=1', '?tenant=other', '?mode=merge&mode=replace', '?sizeChart=a%00b', `?sizeChart=${'x'.repeat(65)}`])('refuses %s', async (query) => {
    expect((await post(CSV, 'text/csv', query)).statusCode).toBe(400);
  });

  it('never fails, whatever comes', async () => {
    const pieces = fc.constantFrom('id,price,title,size,quantity,size_chart\n', 'x,1,A,S,1,shirt-chart\n', '"', '<rss>', '<item>', '<g:id>x</g:id>', '</item>', '<!DOCTYPE x>', '<![CDATA[', '\u0000', '\uFEFF', '&lol;');
    const bodies = fc.oneof(fc.array(pieces, { maxLength: 12 }).map((parts) => Buffer.from(parts.join(''))), fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)));
    await fc.assert(fc.asyncProperty(bodies, fc.constantFrom('text/csv', 'application/xml', 'text/xml; charset=utf-16', 'text/csv;;', 'application/json'), async (body, type) => {
      const response = await post(body, type, '?dryRun=true');
      expect([200, 400, 415, 422]).toContain(response.statusCode);
    }), { numRuns: 1000 });
  });

  it('does two at once, each of another shop, and sends a third away', async () => {
    const [gate, bothIn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let entered = 0;
    const findSizeCharts: CatalogRepository['findSizeCharts'] = async (...args) => {
      if (++entered === 2) bothIn.resolve();
      await gate.promise;
      return repository.findSizeCharts(...args);
    };
    const busy = await openCatalogApp({ ...repository, findSizeCharts });
    const send = async (tenant: string) => await busy.inject({ method: 'POST', url: '/v1/catalog/import', headers: { 'content-type': 'text/csv', 'x-tenant': tenant }, payload: CSV });
    const [first, second] = [send('demo'), send('other')];
    await bothIn.promise;
    const third = await send('third');
    expect(third.statusCode).toBe(503);
    expect(third.headers['retry-after']).toBe('5');
    expect(third.json()).toMatchObject({ code: 'overloaded' });
    gate.resolve();
    expect((await Promise.all([first, second])).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await send('third')).statusCode).toBe(200);
  });

  it('does one of a shop at once, and one of another shop beside it', async () => {
    const [gate, isIn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const findSizeCharts: CatalogRepository['findSizeCharts'] = async (...args) => {
      if (args[0] === 'demo') {
        isIn.resolve();
        await gate.promise;
      }
      return repository.findSizeCharts(...args);
    };
    const busy = await openCatalogApp({ ...repository, findSizeCharts });
    const send = async (tenant: string) => await busy.inject({ method: 'POST', url: '/v1/catalog/import', headers: { 'content-type': 'text/csv', 'x-tenant': tenant }, payload: CSV });
    const first = send('demo');
    await isIn.promise;
    expect([(await send('demo')).statusCode, (await send('other')).statusCode]).toEqual([503, 200]);
    gate.resolve();
    expect([(await first).statusCode, (await send('demo')).statusCode]).toEqual([200, 200]);
  });

  it('survives a sender that goes away, and answers one that sends too much', async () => {
    const listening = await openCatalogApp(repository);
    await listening.listen({ port: 0, host: '127.0.0.1' });
    const { port } = listening.server.address() as AddressInfo;
    const head = (bytes: number): string => `POST /v1/catalog/import HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: ${bytes}\r\n\r\n`;
    // More of them than may import at once: each gives its place back.
    for (let nth = 0; nth < 3; nth++) {
      const gone = connect(port, '127.0.0.1', () => gone.write(`${head(1000)}id,price\n`, () => gone.destroy()));
      await once(gone, 'close');
    }
    const url = `http://127.0.0.1:${port}/v1/catalog/import`;
    await expect.poll(async () => (await fetch(url, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: CSV })).status, { timeout: 10_000 }).toBe(200);
    const tooMuch = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: Buffer.concat([Buffer.from('id,price\n'), Buffer.alloc(21 * 1024 * 1024, `${'x'.repeat(999)}\n`)]) });
    expect([tooMuch.status, await tooMuch.json()]).toMatchObject([413, { code: 'payload-too-large' }]);
    expect((await fetch(url, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: CSV })).status).toBe(200);
    // What was too much may still be on its way.
    listening.server.closeAllConnections();
    await listening.close();
  }, 60_000);
});

describe('PUT /v1/size-charts/:id', () => {
  const chart = 'garment,tee\nSize,Chest (cm)\nS,80-88\nM,89-96\n';

  it('keeps a chart under the id of the address, and says what is doubtful', async () => {
    const response = await put(chart);
    expect([response.statusCode, response.json()]).toMatchObject([200, { sizeChart: { id: 'tee-chart', garmentType: 'tee', rows: [{ label: 'S' }, { label: 'M' }] }, problems: [] }]);
    expect(await repository.findSizeCharts('demo', ['tee-chart'])).toMatchObject([{ id: 'tee-chart', rows: [{ label: 'S' }, { label: 'M' }] }]);
    expect((await put(chart.replace('89-96', '92-96'))).json()).toMatchObject({ problems: [{ severity: 'warning', code: 'gap', line: 4 }] });
    expect((await put(JSON.stringify(sampleChart('another')), 'application/json')).json()).toMatchObject({ sizeChart: { ...sampleChart(), id: 'tee-chart' } });
  });

  it.each([
    [chart.replace('89-96', '96-89'), 'text/csv', 422, { code: 'unreadable-file', errors: [{ at: '/line/4/column/2', rule: 'range-turned' }] }],
    ['', 'text/csv', 422, { errors: [{ at: '', rule: 'file-empty' }] }], ['{', 'application/json', 422, { errors: [{ at: '', rule: 'json-broken' }] }],
    [Buffer.from([0xff, 0xfe]), 'text/csv', 422, { errors: [{ at: '', rule: 'not-utf-8' }] }], ['x'.repeat(300_000), 'text/csv', 413, { code: 'payload-too-large' }],
    [chart, 'text/html', 415, { code: 'unsupported-media-type' }],
  ])('refuses %j as %s', async (payload, type, status, problem) => {
    const response = await put(payload, type);
    expect([response.statusCode, response.json()]).toMatchObject([status, problem]);
  });

  it('survives whatever comes', async () => {
    const cells = fc.constantFrom('S', 'M', 'Size', 'Chest (cm)', '80-88', '88-96', '96-80', 'garment', 'tee', '"', '', '<', '\u0000', '9999', '__proto__');
    const tables = fc.array(fc.array(cells, { maxLength: 4 }), { maxLength: 6 }).map((rows) => rows.map((row) => row.join(',')).join('\n'));
    await fc.assert(fc.asyncProperty(fc.oneof(tables, fc.json(), fc.string({ unit: 'binary' })), fc.constantFrom('text/csv', 'application/json'), fc.string({ unit: 'binary', minLength: 1, maxLength: 70 }), async (body, type, id) => {
      expect((await put(body, type, id.toWellFormed())).statusCode).toBeLessThan(500);
    }), { numRuns: 1000 });
  });
});
