import type { Database } from '../storage/database.ts';
import { type JobOutcome, type JobRepository, latestLockMs, latestStartMs } from './job-repository.ts';

/** Locks in the database, for all processes that share it. */
export function createJobRepository({ query }: Database): JobRepository {
  return {
    async take({ name, owner, nowMs, untilMs }, notAfterMs, brokenOffNotAfterMs = notAfterMs) {
      const started = { owner, locked_until_ms: untilMs, started_ms: nowMs };
      const rows = await query.insertInto('job_run').values({ name, ...started, finished_ms: null, outcome: null })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(started)
          .where((is) => is.or([is('job_run.locked_until_ms', '<=', nowMs), is('job_run.locked_until_ms', '>', latestLockMs({ nowMs, untilMs }))]))
          .where((is) => is.or([
            is('job_run.started_ms', '<=', notAfterMs), is('job_run.started_ms', '>', latestStartMs({ untilMs })),
            is.and([is('job_run.started_ms', '<=', brokenOffNotAfterMs), is.or([is('job_run.finished_ms', 'is', null), is('job_run.finished_ms', '<', is.ref('job_run.started_ms'))])]),
          ])))
        .returning('name').execute();
      return rows.length > 0;
    },
    async renew({ name, owner, untilMs }) {
      const rows = await query.updateTable('job_run').set({ locked_until_ms: untilMs })
        .where('name', '=', name).where('owner', '=', owner).returning('name').execute();
      return rows.length > 0;
    },
    async finish(name, owner, finishedMs, outcome) {
      await query.updateTable('job_run').set({ owner: '', locked_until_ms: 0, finished_ms: finishedMs, outcome })
        .where('name', '=', name).where('owner', '=', owner).execute();
    },
    async release(name, owner) {
      await query.updateTable('job_run').set({ owner: '', locked_until_ms: 0 }).where('name', '=', name).where('owner', '=', owner).execute();
    },
    async find(name) {
      const row = await query.selectFrom('job_run').selectAll().where('name', '=', name).executeTakeFirst();
      return row && { name, startedMs: row.started_ms, finishedMs: row.finished_ms ?? undefined, outcome: (row.outcome ?? undefined) as JobOutcome | undefined };
    },
  };
}
