import { PERMISSIONS, type Permission } from '../../http/access.ts';
import type { Database } from '../../storage/database.ts';
import type { ApiKeyRow } from '../../storage/tables/tenant-tables.ts';
import type { ApiKey } from '../tenant.ts';
import type { ApiKeyRepository } from './api-key-repository.ts';
import { endOf } from './end-of.ts';

/** Secret keys in SQLite or PostgreSQL. The caller opens and closes the database. */
export function createDatabaseApiKeys({ query }: Database): ApiKeyRepository {
  return {
    add: async (key) => void (await query.insertInto('api_key').values(rowOf(key)).execute()),
    find: async (id) => {
      const row = await query.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : keyOf(row);
    },
    list: async (tenantId) => {
      const rows = await query.selectFrom('api_key').selectAll().where('tenant_id', '=', tenantId).orderBy('created_ms').orderBy('id').execute();
      return rows.map(keyOf);
    },
    revoke: async (id, atMs) => {
      const revoked = await query.updateTable('api_key').set({ revoked_ms: atMs }).where('id', '=', id).where('revoked_ms', 'is', null).executeTakeFirst();
      return revoked.numUpdatedRows === 1n;
    },
    replace: (id, endsMs, next) => query.transaction().execute(async (transaction) => {
      const row = await transaction.selectFrom('api_key').selectAll().where('id', '=', id).where('revoked_ms', 'is', null).executeTakeFirst();
      if (row === undefined) return false;
      await transaction.updateTable('api_key').set({ expires_ms: endOf(keyOf(row).expiresMs, endsMs) }).where('id', '=', id).execute();
      await transaction.insertInto('api_key').values(rowOf(next)).execute();
      return true;
    }),
  };
}

function rowOf({ id, tenantId, secretHash, permissions, createdMs, expiresMs, revokedMs }: ApiKey): ApiKeyRow {
  return {
    id, tenant_id: tenantId, secret_hash: secretHash, permissions: permissions.join(' '),
    created_ms: createdMs, expires_ms: expiresMs ?? null, revoked_ms: revokedMs ?? null,
  };
}

function keyOf(row: ApiKeyRow): ApiKey {
  return {
    id: row.id, tenantId: row.tenant_id, secretHash: row.secret_hash,
    // A permission that this version does not know opens nothing.
    permissions: row.permissions.split(' ').filter((name): name is Permission => PERMISSIONS.some((known) => known === name)),
    createdMs: row.created_ms, expiresMs: row.expires_ms ?? undefined, revokedMs: row.revoked_ms ?? undefined,
  };
}
