import { type JobRepository, type JobRun, isUnended, latestLockMs, latestStartMs } from './job-repository.ts';

interface Held extends JobRun {
  readonly owner: string;
  readonly untilMs: number;
}

const isBetween = (ms: number, afterMs: number, upToMs: number): boolean => ms > afterMs && ms <= upToMs;

/** Locks of one process. */
export function createMemoryJobRepository(): JobRepository {
  const runs = new Map<string, Held>();
  const heldBy = (name: string, owner: string): Held | undefined => {
    const run = runs.get(name);
    return run?.owner === owner ? run : undefined;
  };
  return {
    async take({ name, owner, nowMs, untilMs }, notAfterMs, brokenOffNotAfterMs = notAfterMs) {
      const last = runs.get(name);
      if (last !== undefined && (isBetween(last.untilMs, nowMs, latestLockMs({ nowMs, untilMs })) || isBetween(last.startedMs, isUnended(last) ? brokenOffNotAfterMs : notAfterMs, latestStartMs({ untilMs })))) return false;
      runs.set(name, { name, owner, untilMs, startedMs: nowMs, finishedMs: last?.finishedMs, outcome: last?.outcome });
      return true;
    },
    async renew({ name, owner, untilMs }) {
      const run = heldBy(name, owner);
      if (run !== undefined) runs.set(name, { ...run, untilMs });
      return run !== undefined;
    },
    async finish(name, owner, finishedMs, outcome) {
      const run = heldBy(name, owner);
      if (run !== undefined) runs.set(name, { ...run, owner: '', untilMs: 0, finishedMs, outcome });
    },
    async release(name, owner) {
      const run = heldBy(name, owner);
      if (run !== undefined) runs.set(name, { ...run, owner: '', untilMs: 0 });
    },
    async find(name) {
      const run = runs.get(name);
      return run && { name, startedMs: run.startedMs, finishedMs: run.finishedMs, outcome: run.outcome };
    },
  };
}
