import { ModelVersion, type ModelFile, type ModelKind } from '@vua/models/contracts';
import { type Kysely, sql } from 'kysely';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';
import type { ModelVersionFileRow, ModelVersionRow } from '../storage/tables/model-tables.ts';
import type { ModelGroup, ModelRecord } from './model-record.ts';
import type { ModelRepository } from './model-repository.ts';

// What another program wrote into the database is checked like all other input.
const versionRecord = Compile(ModelVersion);
const manifestRecord = Compile(Type.Record(Type.String(), Type.Unknown()));

/** Versions in SQLite or PostgreSQL. The caller opens and closes the database. */
export function createDatabaseModels({ dialect, query }: Pick<Database, 'dialect' | 'query'>): ModelRepository {
  return {
    list: (group, statuses) => read(query, group, statuses === undefined ? {} : { statuses }),
    find: async (group, version) => (await read(query, group, { version })).at(0),
    add: (tenantId, record) => query.transaction().execute(async (transaction) => {
      const group = { tenantId, kind: record.kind };
      await waitForGroup(transaction, group);
      const known = await of(transaction, group).select('number').where('version', '=', record.version).executeTakeFirst();
      if (known !== undefined) return { isNew: false, number: known.number };
      const newest = await of(transaction, group).select(({ fn }) => fn.max('number').as('number')).executeTakeFirst();
      const number = (newest?.number ?? 0) + 1;
      await insert(transaction, tenantId, { ...record, number });
      return { isNew: true, number };
    }),
    change: (group, atMs, decide) => query.transaction().execute(async (transaction) => {
      await waitForGroup(transaction, group);
      const records = await read(transaction, group, {});
      const changes = decide(records);
      // Out of a place before into it: there is one of each.
      for (const { version, status, canaryShare, startsTrial } of changes.toSorted((one, other) => rank(one.status) - rank(other.status))) {
        const becomesActive = status === 'active' && records.find((record) => record.version === version)?.status !== 'active';
        await transaction.updateTable('model_version')
          .set({ status, canary_share: canaryShare ?? null, trial_since_ms: startsTrial ? atMs : null, ...(becomesActive && { activated_ms: atMs }) })
          .where('tenant_id', '=', group.tenantId).where('kind', '=', group.kind).where('version', '=', version).execute();
      }
    }),
    remove: async ({ tenantId, kind }, versions) => {
      if (versions.length === 0) return;
      await query.deleteFrom('model_version').where('tenant_id', '=', tenantId).where('kind', '=', kind).where('version', 'in', [...versions]).execute();
    },
    groups: async () => {
      const rows = await query.selectFrom('model_version').select(['tenant_id', 'kind']).distinct().orderBy('tenant_id').orderBy('kind').execute();
      return rows.map(({ tenant_id: tenantId, kind }) => ({ tenantId, kind: kind as ModelKind }));
    },
  };

  /** A transaction of SQLite is alone; in PostgreSQL the second one waits here, and then reads what the first has left. */
  async function waitForGroup(transaction: Kysely<Tables>, { tenantId, kind }: ModelGroup): Promise<void> {
    if (dialect === 'postgres') await sql`SELECT pg_advisory_xact_lock(${sql.lit(MODELS_LOCK)}, hashtext(${tenantId} || ' ' || ${kind}))`.execute(transaction);
  }
}

/** As in migration 0016. */
const MODELS_LOCK = 8_531_911;

const RANKS: Readonly<Record<string, number>> = { active: 2, canary: 1 };
const rank = (status: string): number => RANKS[status] ?? 0;

const of = (query: Kysely<Tables>, { tenantId, kind }: ModelGroup) => query.selectFrom('model_version').where('tenant_id', '=', tenantId).where('kind', '=', kind);

async function read(query: Kysely<Tables>, group: ModelGroup, { statuses, version }: { readonly statuses?: readonly string[]; readonly version?: string }): Promise<readonly ModelRecord[]> {
  const rows = await of(query, group).selectAll()
    .$if(statuses !== undefined, (select) => select.where('status', 'in', [...statuses ?? []]))
    .$if(version !== undefined, (select) => select.where('version', '=', version ?? ''))
    .orderBy('number', 'desc').execute();
  if (rows.length === 0) return [];
  const files = await query.selectFrom('model_version_file').innerJoin('model_file', (join) => join.onRef('model_file.tenant_id', '=', 'model_version_file.tenant_id').onRef('model_file.sha256', '=', 'model_version_file.sha256'))
    .select(['model_version_file.version', 'model_version_file.place', 'model_version_file.name', 'model_version_file.sha256', 'model_file.bytes'])
    .where('model_version_file.tenant_id', '=', group.tenantId).where('model_version_file.kind', '=', group.kind)
    .where('model_version_file.version', 'in', rows.map((row) => row.version)).orderBy('model_version_file.place').execute();
  return rows.map((row) => toRecord(row, files.filter((file) => file.version === row.version)));
}

function toRecord(row: ModelVersionRow, files: readonly (Pick<ModelVersionFileRow, 'name' | 'sha256'> & { readonly bytes: number })[]): ModelRecord {
  const { canary_share: canaryShare, activated_ms: activatedAtMs, trial_since_ms: trialSinceMs, data_from_ms: fromMs, data_to_ms: toMs } = row;
  const version = versionRecord.Parse({
    kind: row.kind, version: row.version, number: row.number, createdAtMs: row.created_ms, status: row.status, metrics: JSON.parse(row.metrics) as unknown,
    files: files.map(({ name, bytes, sha256 }): ModelFile => ({ name, bytes, sha256 })),
    ...(canaryShare !== null && { canaryShare }), ...(activatedAtMs !== null && { activatedAtMs }), ...(trialSinceMs !== null && { trialSinceMs }), ...(fromMs !== null && toMs !== null && { dataRange: { fromMs, toMs } }),
  });
  return { ...version, manifest: manifestRecord.Parse(JSON.parse(row.manifest)) };
}

async function insert(query: Kysely<Tables>, tenantId: string, { kind, version, number, createdAtMs, status, canaryShare, activatedAtMs, trialSinceMs, metrics, dataRange, manifest, files }: ModelRecord): Promise<void> {
  const key = { tenant_id: tenantId, kind, version };
  await query.insertInto('model_version').values({
    ...key, number, created_ms: createdAtMs, status, canary_share: canaryShare ?? null, activated_ms: activatedAtMs ?? null, trial_since_ms: trialSinceMs ?? null, metrics: JSON.stringify(metrics),
    data_from_ms: dataRange?.fromMs ?? null, data_to_ms: dataRange?.toMs ?? null, manifest: JSON.stringify(manifest),
  }).execute();
  await query.insertInto('model_version_file').values(files.map(({ name, sha256 }, place) => ({ ...key, place, name, sha256 }))).execute();
}
