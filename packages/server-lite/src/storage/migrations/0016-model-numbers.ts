import type { Migration } from './migration.ts';

const NUMBER_ALL = `UPDATE model_version SET number = (
  SELECT count(*) FROM model_version AS earlier
  WHERE earlier.tenant_id = model_version.tenant_id AND earlier.kind = model_version.kind AND (earlier.created_ms, earlier.version) <= (model_version.created_ms, model_version.version)
)`;
const INDEX = 'CREATE UNIQUE INDEX model_version_number ON model_version (tenant_id, kind, number)';

/**
 * Versions of models are numbered in the order in which they were registered.
 * Fits of trends are such versions from here on. Their table, `trend_fit`, stays: processes of the version before read and write it until the last of them has ended. Nothing else does.
 */
export const addModelNumbers: Migration = {
  name: '0016-model-numbers',
  sqlite: [
    'ALTER TABLE model_version ADD COLUMN number INTEGER NOT NULL DEFAULT 0',
    NUMBER_ALL,
    INDEX,
    // Processes of the version before register versions without one. SQLite has one writer at a time.
    `CREATE TRIGGER model_version_number AFTER INSERT ON model_version WHEN NEW.number = 0 BEGIN
       UPDATE model_version SET number = (SELECT max(number) FROM model_version WHERE tenant_id = NEW.tenant_id AND kind = NEW.kind) + 1
       WHERE tenant_id = NEW.tenant_id AND kind = NEW.kind AND version = NEW.version;
     END`,
  ],
  postgres: [
    'ALTER TABLE model_version ADD COLUMN number integer',
    NUMBER_ALL,
    'ALTER TABLE model_version ALTER COLUMN number SET NOT NULL',
    INDEX,
    // As above. The lock is that of whoever numbers them now.
    `CREATE FUNCTION number_model_version() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM pg_advisory_xact_lock(8531911, hashtext(NEW.tenant_id || ' ' || NEW.kind));
       NEW.number := coalesce((SELECT max(number) FROM model_version WHERE tenant_id = NEW.tenant_id AND kind = NEW.kind), 0) + 1;
       RETURN NEW;
     END $$`,
    'CREATE TRIGGER model_version_number BEFORE INSERT ON model_version FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION number_model_version()',
  ],
};
