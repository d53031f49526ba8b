import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { askJson, type Answer, type NoAnswer } from '../ask-json.ts';
import type { CollectOutcome, QuotaSeen } from '../collect-outcome.ts';
import { toSnapshot } from '../to-snapshot.ts';
import type { CollectRequest, CollectWorld, SourceAccess, TrendSource } from '../trend-source.ts';
import { judgeRefusal } from './judge-refusal.ts';
import { readRateLimit } from './read-rate-limit.ts';
import { readWindow } from './read-window.ts';
import { spliceWindows } from './splice-windows.ts';

/** Where the API is, in the version whose answers are read here. */
export const PINTEREST_BASE_URL = 'https://api.pinterest.com/v5';

/** A tag that is not among the top of the month may be among those that grow. */
const TREND_TYPES = ['monthly', 'growing', 'yearly'] as const;

const Series = Type.Object({ factor: Type.Number(), points: Type.Array(Type.Object({ weekEndMs: Type.Integer(), value: Type.Number() })) });
/** By region, the last window on the scale of the first. */
const PinterestCursor = Type.Object({ series: Type.Record(Type.String(), Series) });
type PinterestCursor = Static<typeof PinterestCursor>;
const cursorJson = Compile(PinterestCursor);

/** How much a tag is searched for, week by week, by Pinterest's trends API. */
export const createPinterestSource = (access: SourceAccess, world: CollectWorld): TrendSource => ({
  name: 'pinterest',
  collect: (request) => askRegions(access, world, request),
});

async function* askRegions(access: SourceAccess, world: CollectWorld, request: CollectRequest): AsyncGenerator<CollectOutcome> {
  let cursor: PinterestCursor = cursorJson.Check(request.progress.cursor) ? request.progress.cursor : { series: {} };
  let page = 0;
  for (const [place, region] of access.regions.entries()) {
    for (const [step, type] of TREND_TYPES.entries()) {
      if (!request.budget.take()) return yield { status: 'out-of-budget' };
      const question = `${region}/${type}`;
      const answer = await ask(access, world, question, request);
      if (answer.status !== 'answered') return yield answer;
      const window = answer.httpStatus === 200 ? readWindow(answer.json, request.progress.tag) : undefined;
      if (window === undefined || window.status === 'unreadable') return yield judgeRefusal(answer, { question, page });
      const isDone = window.status === 'read' || step === TREND_TYPES.length - 1;
      const spliced = window.status === 'read' ? spliceWindows(cursor.series[region], window.points) : undefined;
      if (spliced !== undefined) cursor = { series: { ...cursor.series, [region]: { factor: spliced.factor, points: [...spliced.points] } } };
      const points = (spliced?.points ?? []).map((point) => ({ ...point, region, seenMs: answer.takenMs }));
      const { quota, waitMs } = quotaOf(answer);
      yield {
        status: 'collected', snapshot: toSnapshot(answer, { question, page, entries: points.length, ...(spliced !== undefined && { factor: spliced.factor }) }),
        posts: [], points, cursor, isFinished: isDone && place === access.regions.length - 1, quota,
      };
      page += 1;
      if (waitMs !== undefined) return yield { status: 'throttled', untilMs: answer.takenMs + waitMs };
      if (isDone) break;
    }
  }
}

function ask({ baseUrl, token }: SourceAccess, world: CollectWorld, question: string, { progress, signal }: CollectRequest): Promise<Answer | NoAnswer> {
  const [region = '', type = ''] = question.split('/');
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/trends/keywords/${encodeURIComponent(region)}/top/${type}`);
  url.search = new URLSearchParams({ 'include_keywords[]': progress.tag, limit: '50' }).toString();
  return askJson({ url, token, headers: { authorization: `Bearer ${token}` }, signal }, world);
}

const MINUTE_MS = 60_000;

/** The last request that is allowed says so: the next one would be refused. */
function quotaOf({ headers, takenMs }: Answer): { readonly quota: QuotaSeen; readonly waitMs?: number } {
  const { limit, remaining, retryAfterMs = MINUTE_MS } = readRateLimit(headers, takenMs);
  if (remaining === undefined) return { quota: {} };
  const quota = limit === undefined || limit === 0 ? {} : { usagePercent: Math.max(0, 100 * (1 - remaining / limit)) };
  return { quota, ...(remaining === 0 && { waitMs: retryAfterMs }) };
}
