import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

export interface Usage {
  /** The highest of all figures in percent, at least 0; at 100 nothing more is answered. */
  readonly percent: number;
  /** How long the throttle lasts yet, where it is told. */
  readonly regainMs?: number;
}

const FIGURES = { call_count: Type.Optional(Type.Number()), total_cputime: Type.Optional(Type.Number()), total_time: Type.Optional(Type.Number()) };
const AppUsage = Compile(Type.Object(FIGURES));
const BusinessUsage = Compile(Type.Record(Type.String(), Type.Array(Type.Object({ ...FIGURES, estimated_time_to_regain_access: Type.Optional(Type.Number()) }))));

const DAY_MS = 86_400_000;

/** What `X-App-Usage` and `X-Business-Use-Case-Usage` tell; the latter counts in minutes. A header that is missing or odd tells nothing. */
export function readUsage(headers: Pick<Headers, 'get'>): Usage {
  const app = parse(headers.get('x-app-usage'));
  const business = parse(headers.get('x-business-use-case-usage'));
  const rows = BusinessUsage.Check(business) ? Object.values(business).flat() : [];
  const figures = [...(AppUsage.Check(app) ? [app] : []), ...rows].flatMap((row) => [row.call_count, row.total_cputime, row.total_time]);
  const regainMinutes = rows.map((row) => row.estimated_time_to_regain_access ?? 0);
  // Whole milliseconds, and a day at most: nobody's header stops a source for longer than the limit that it may stand for.
  const regainMs = Math.min(Math.ceil(most(regainMinutes) * 60_000), DAY_MS);
  return { percent: most(figures), ...(regainMs > 0 && { regainMs }) };
}

const most = (figures: readonly (number | undefined)[]): number => Math.max(0, ...figures.filter((figure) => figure !== undefined && Number.isFinite(figure)).map(Number));

function parse(header: string | null): unknown {
  try {
    return JSON.parse(header ?? '');
  } catch {
    return undefined;
  }
}
