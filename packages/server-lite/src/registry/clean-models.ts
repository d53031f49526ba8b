import type { ModelFileRepository } from './model-file-repository.ts';
import type { ModelRecord } from './model-record.ts';
import type { ModelRepository } from './model-repository.ts';

/** Of versions that nobody uses, so many are kept in each place: to go back to, and to see why they were rejected. */
const KEPT = 5;
/** A forecast is followed by another each week, by what came true: they would be gone within a month. */
const KEPT_RETIRED_TRENDS = 20;
/** Files are brought before the version that names them, and a browser may just be loading those of a version that was replaced. */
const GRACE_MS = 3_600_000;

const IDLE = ['candidate', 'retired', 'rejected'] as const;

/** Forgets what is older than the last five retired (of trends twenty), rejected and waiting versions of each model, and deletes files that no version names any more. Harmless when repeated. */
export async function cleanModels(models: ModelRepository, files: ModelFileRepository, nowMs: number): Promise<{ readonly versions: number; readonly files: number }> {
  let versions = 0;
  for (const group of await models.groups()) {
    const old = oldVersions(await models.list(group, IDLE));
    await models.remove(group, old);
    versions += old.length;
  }
  return { versions, files: await files.sweep(nowMs - GRACE_MS) };
}

function oldVersions(records: readonly ModelRecord[]): readonly string[] {
  const lastUse = ({ createdAtMs, activatedAtMs = createdAtMs }: ModelRecord): number => activatedAtMs;
  const places = [...Map.groupBy(records, ({ status }) => status).values()];
  const keptOf = ({ kind, status }: ModelRecord): number => (kind === 'trend' && status === 'retired' ? KEPT_RETIRED_TRENDS : KEPT);
  return places.flatMap((place) => place.toSorted((one, other) => lastUse(other) - lastUse(one)).filter((record, at) => at >= keptOf(record))).map(({ version }) => version);
}
