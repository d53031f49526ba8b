import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCatalog, simulate, toShopCatalog } from '../../packages/demo/src/simulator/index.ts';
import { evaluate } from '../../packages/models/training/sequence/evaluate.ts';
import { fitBaselines } from '../../packages/models/training/sequence/fit-baselines.ts';
import { scoreEach } from '../../packages/models/training/sequence/score-each.ts';
import { readLogFile } from '../../packages/models/training/sequence/read-log.ts';
import { splitLog } from '../../packages/models/training/sequence/split-log.ts';
import { itemsOf } from '../../packages/server-lite/src/catalog/catalog-file.ts';
import { inOrder } from '../../packages/server-lite/src/catalog/catalog-item.ts';
import { importCatalogFile } from '../../packages/server-lite/src/catalog/import-catalog-file.ts';
import { createMemoryCatalog } from '../../packages/server-lite/src/catalog/memory-catalog.ts';
import { readCatalogFile } from '../../packages/server-lite/src/catalog/read-catalog-file.ts';
import { countItems } from '../../packages/models/src/sequence/index.ts';
import { readSimulateOptions } from './read-options.ts';
import { writeCatalog } from './write-catalog.ts';
import { writeLog } from './write-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const span = { startDay: 20_454, days: 30 };
const items = makeCatalog({ ...span, items: 150, seed: 5 });

describe('a written log', () => {
  it('is read by the training, which learns more from it than what is popular', async () => {
    const file = join(folder, 'log.ndjson');
    const { events } = await writeLog(file, simulate({ ...span, items, seed: 5, shoppers: 700 }));
    expect(events).toBeGreaterThan(5000);
    const reading = await readLogFile(file, 'events');
    if (reading.status !== 'read') throw new Error(reading.reason);
    const { log: { sequences, vocabulary, problems } } = reading;
    expect(problems).toEqual([]);
    const { train, validation, test } = splitLog(sequences, 'last-days');
    const counts = countItems(train.map((sequence) => sequence.items), vocabulary.length);
    const baselines = fitBaselines(train, vocabulary.length);
    const cases = [...validation, ...test].slice(0, 1000);
    const ndcg10 = async (name: 'popularity' | 'bigram'): Promise<number> => {
      const { figures } = await evaluate(cases, scoreEach(baselines[name], vocabulary.length), 'full', counts);
      return figures.ndcg10;
    };
    expect(await ndcg10('bigram')).toBeGreaterThan(1.5 * await ndcg10('popularity'));
  }, 60_000);

  it('ends after as many events as are asked for', async () => {
    const file = join(folder, 'short.ndjson');
    const { events } = await writeLog(file, simulate({ ...span, items, seed: 5, shoppers: 200 }), 123);
    expect([events, readFileSync(file, 'utf8').split('\n').length]).toEqual([123, 124]);
  });
});

describe('a written catalog', () => {
  const catalog = toShopCatalog(items);
  const writtenJson = (): string => {
    const file = join(folder, 'catalog.json');
    writeCatalog(file, catalog);
    return file;
  };

  it('is imported without a warning, as it is', async () => {
    writeCatalog(join(folder, 'catalog.csv'), catalog);
    const repository = createMemoryCatalog();
    let printed = '';
    const code = await importCatalogFile(['import', 'catalog.csv'], {
      workingFolder: folder, print: (text) => void (printed += text), printError: (text) => void (printed += text),
      openCatalog: async () => ({ repository, hasTenant: async () => true, close: async () => undefined }),
    });
    expect([code, printed]).toEqual([0, expect.stringContaining('items: 150 created') as string]);
    expect(printed).toContain('errors: 0, warnings: 0');
    expect(await repository.listItems('demo')).toEqual(itemsOf(readCatalogFile(writtenJson())).map(inOrder));
  });

  it('is read as the demo shop\'s own is', () => {
    expect(readCatalogFile(writtenJson())).toEqual(catalog);
  });
});

describe('readSimulateOptions', () => {
  it('fills in what is not said', () => {
    expect(readSimulateOptions(['--out', 'f'])).toEqual({
      status: 'read', options: { out: 'f', shoppers: 2000, days: 60, seed: 1, items: undefined, startDay: 20_454, events: Infinity, catalog: undefined },
    });
    expect(readSimulateOptions(['--out', 'f', '--items', '2000', '--start', '2026-07-01', '--catalog', 'c.csv', '--seed=-3'])).toMatchObject({ options: { items: 2000, startDay: 20_635, seed: -3 } });
    expect(readSimulateOptions(['--help'])).toEqual({ status: 'help' });
  });

  it.each([
    [[], '--out'], [['--out', 'f', '--shoppers', '0'], '--shoppers'], [['--out', 'f', '--days', '1.5'], '--days'], [['--out', 'f', '--items', 'many'], '--items'], [['--out', 'f', '--seed', 'x'], '--seed'],
    [['--out', 'f', '--start', '2026-13-01'], '--start'], [['--out', 'f', '--start', 'today'], '--start'], [['--out', 'f', '--catalog', 'c.xml'], '--catalog'], [['--out', 'f', '--catalog', 'c.csv'], '--items'], [['--what'], '--what'],
  ])('refuses %j', (args, named) => {
    expect(readSimulateOptions(args)).toMatchObject({ status: 'refused', reason: expect.stringContaining(named) as string });
  });
});
