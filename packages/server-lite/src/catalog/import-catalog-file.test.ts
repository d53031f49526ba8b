import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleCatalog } from '../testing/sample-catalog.ts';
import { importCatalogFile } from './import-catalog-file.ts';
import { createMemoryCatalog } from './memory-catalog.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-import-'));
const folder = join(root, 'shop');
mkdirSync(join(folder, 'charts'), { recursive: true });
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
write('good.csv', 'id,title,price,size,quantity\nhat,Hat,1,S,3\n');
write('mixed.csv', 'id,title,price,size,quantity\nhat,Hat,1,S,3\nbad,Bad,free,S,3\n');
write('latin.csv', Buffer.from([0x69, 0x64, 0xe9]));
write('feed.xml', '<rss><channel><item><id>scarf</id><title>A</title><price>1</price><size>M</size><availability>in_stock</availability></item></channel></rss>');
write('charts/tee.csv', 'garment,tee\nSize,Chest (cm)\nS,80-88\nM,88-96\n');
write('with-charts.csv', 'id,title,price,size,quantity,size_chart\na,A,1,S,3,charts/tee.csv\nb,B,1,S,3,../outside.csv\nc,C,1,S,3,link.csv\n');
writeFileSync(join(root, 'outside.csv'), 'garment,tee\nSize,Chest (cm)\nS,80-88\nM,88-96\n');
symlinkSync(join(root, 'outside.csv'), join(folder, 'link.csv'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const repository = createMemoryCatalog(sampleCatalog());
  let [printed, errors, opened, closed] = ['', '', 0, 0];
  const code = await importCatalogFile(args, {
    workingFolder: folder, print: (text) => void (printed += text), printError: (text) => void (errors += text),
    openCatalog: async () => {
      opened++;
      return { repository, hasTenant: async (id) => id === 'demo', close: async () => void closed++ };
    },
  });
  expect(closed).toBe(opened);
  return { code, printed, errors, ids: await repository.listIds('demo'), repository };
}

describe('vua catalog import', () => {
  it('takes a table and a feed', async () => {
    expect(await run('import', 'good.csv', '--size-chart', 'shirt-chart')).toMatchObject({
      code: 0, errors: '', ids: ['shirt-b', 'shirt-a', 'hat'],
      printed: 'good.csv: 1 rows; items: 1 created, 0 updated, 0 unchanged, 0 withdrawn, 0 refused; size charts: 0; errors: 0, warnings: 0\n',
    });
    expect(await run('import', 'feed.xml', '--size-chart=shirt-chart', '--replace')).toMatchObject({ code: 0, ids: ['scarf'] });
  });

  it('takes what is good, names the rest, and fails', async () => {
    const { code, printed, ids } = await run('import', 'mixed.csv', '--size-chart', 'shirt-chart');
    expect([code, ids]).toEqual([1, ['shirt-b', 'shirt-a', 'hat']]);
    expect(printed).toContain('mixed.csv:3: error: bad: price: "free" is no price. Write 490000 VND. [price-unreadable]\n');
  });

  it('changes nothing in a dry run, and prints JSON for programs', async () => {
    const { code, printed, ids } = await run('import', 'good.csv', '--size-chart', 'shirt-chart', '--dry-run', '--json', '--tenant', 'demo');
    expect([code, ids]).toEqual([0, ['shirt-b', 'shirt-a']]);
    expect(JSON.parse(printed)).toMatchObject({ file: 'good.csv', dryRun: true, items: { created: 1 } });
  });

  it('reads charts below the folder of the file, and no others', async () => {
    const { printed, ids, repository } = await run('import', 'with-charts.csv');
    expect(ids).toEqual(['shirt-b', 'shirt-a', 'a']);
    expect(await repository.findSizeCharts('demo', ['charts-tee'])).toHaveLength(1);
    expect(printed).toMatch(/with-charts\.csv:3: error: b: .*\[size-chart-broken\]\nwith-charts\.csv:4: error: c: .*\[size-chart-broken\]/);
  });

  it.each([
    [[], 'Nothing to do'], [['export'], 'Unknown command: catalog export'], [['import'], 'One file'], [['import', 'a.csv', 'b.csv'], 'One file'], [['import', 'a.pdf'], 'neither CSV'],
    [['import', 'good.csv', '--wipe'], 'wipe'], [['import', 'missing.csv'], 'cannot be read'], [['import', 'latin.csv'], 'latin.csv:1: error: The file is not UTF-8'], [['import', 'good.csv', '--tenant', 'nobody'], 'no tenant "nobody"'],
  ])('refuses %j', async (args, reason) => {
    expect(await run(...args)).toMatchObject({ code: 2, printed: '', errors: expect.stringContaining(reason) as string, ids: ['shirt-b', 'shirt-a'] });
  });
});
