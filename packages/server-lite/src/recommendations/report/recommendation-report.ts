import type { RecommendationReport } from '@vua/models/contracts';
import type { EventLog } from '../../storage/event-log.ts';
import { attributeEvents } from './attribute-events.ts';

const DAY_MS = 86_400_000;
const WITHIN_DAYS = 7;
const PAGE = 2000;

export interface ReportRange {
  /** UTC milliseconds, inclusive. */
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
}

export interface ReportDeps {
  readonly events: Pick<EventLog, 'read'>;
  /** Items that the shop sells. */
  readonly listItems: (tenantId: string) => Promise<readonly string[]>;
  /** Of the shop's sequence models. */
  readonly listVersions: (tenantId: string) => Promise<readonly string[]>;
}

export type MakeReport = (tenantId: string, range: ReportRange) => Promise<RecommendationReport>;

/** Reads the log of the range and of the days after it, in which a purchase still counts; a page at a time. */
export function createReport({ events, listItems, listVersions }: ReportDeps): MakeReport {
  return async (tenantId, { fromMs, toMs }) => {
    const attribution = attributeEvents({ toMs, withinMs: WITHIN_DAYS * DAY_MS, sold: new Set(await listItems(tenantId)), versions: new Set(await listVersions(tenantId)) });
    let afterId: string | undefined;
    for (;;) {
      const page = await events.read({ tenantId, fromMs, toMs: toMs + WITHIN_DAYS * DAY_MS, limit: PAGE, ...(afterId === undefined ? {} : { afterId }) });
      for (const event of page) attribution.count(event);
      afterId = page.at(-1)?.id;
      if (page.length < PAGE) return { fromMs, toMs, withinDays: WITHIN_DAYS, rows: [...attribution.rows()] };
    }
  };
}
