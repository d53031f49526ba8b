import type { EventLog } from '../storage/event-log.ts';
import type { ConsentRepository } from './consent-repository.ts';
import type { QuarantineRepository } from './quarantine-repository.ts';

export interface RetentionDeps {
  readonly events: EventLog;
  readonly quarantine: QuarantineRepository;
  readonly consents: ConsentRepository;
}

/** How long things are kept. */
export interface Retention {
  /** @default 24 */
  readonly eventMonths?: number;
  /** @default 30 */
  readonly quarantineDays?: number;
  /** Proofs outlive what they prove. @default 36 */
  readonly consentMonths?: number;
}

export interface Dropped {
  /** Names of the dropped months, such as `2024-10`. */
  readonly months: readonly string[];
  readonly quarantined: number;
  readonly consents: number;
}

const DAY_MS = 86_400_000;

/** Drops what is older than it may be; harmless when repeated. Months of events go whole, once their last day is old enough. */
export async function dropOldEvents({ events, quarantine, consents }: RetentionDeps, nowMs: number, retention: Retention = {}): Promise<Dropped> {
  const { eventMonths = 24, quarantineDays = 30, consentMonths = 36 } = retention;
  return {
    months: await events.dropBefore(monthsBefore(nowMs, eventMonths)),
    quarantined: await quarantine.dropBefore(nowMs - quarantineDays * DAY_MS),
    consents: await consents.dropBefore(monthsBefore(nowMs, consentMonths)),
  };
}

function monthsBefore(nowMs: number, months: number): number {
  const date = new Date(nowMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}
