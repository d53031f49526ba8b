import { openSync, writeSync } from 'node:fs';
import { openSqlite } from '../../storage/open-sqlite.ts';
import { createCollector } from '../collect/create-collector.ts';
import { planCollection } from '../collect/plan-collection.ts';
import type { SnapshotRepository } from '../collect/snapshot-repository.ts';
import { createTokenVault } from '../collect/token-vault.ts';
import { createTrendStores } from '../collect/trend-stores.ts';

// A server's work without the server: collects until nothing is due, and writes what was confirmed. Usage: collect-until-done.ts FILE ACKNOWLEDGEMENTS
const [file = '', acknowledgements = ''] = process.argv.slice(2);

const database = await openSqlite(file);
const stores = createTrendStores(database);
const output = openSync(acknowledgements, 'a');
const save: SnapshotRepository['save'] = async (place, batch) => {
  const outcome = await stores.snapshots.save(place, batch);
  writeSync(output, `${JSON.stringify([place.source, place.tag, batch.snapshot.takenMs, batch.snapshot.page])}\n`);
  return outcome;
};
const collect = createCollector({
  stores: { ...stores, snapshots: { ...stores.snapshots, save } }, vault: createTokenVault(new Uint8Array(32).fill(7)), alert: async () => undefined,
  now: () => Date.now(), random: Math.random, fetch: (...given) => globalThis.fetch(...given),
});
writeSync(output, 'ready\n');

async function isDone(): Promise<boolean> {
  const records = await stores.sources.list();
  const all = await Promise.all(records.map(async (record) => ({ record, progress: await stores.snapshots.progress(record.tenantId, record.config.source) })));
  return planCollection(all, Date.now()).length === 0;
}

while (!await isDone()) await collect(new AbortController().signal);
await database.close();
