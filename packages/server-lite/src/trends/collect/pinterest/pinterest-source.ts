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

async function* askRegions(access: SourceAccess, world: CollectWorld, request: CollectRequest): AsyncGenerator<CollectOutcome, void, undefined> {
  let cursor: PinterestCursor = cursorJson.Check(request.progress.cursor) ? request.progress.cursor : { series: {} };
  let page = 0;
  for (const region of access.regions) {
    for (const type of TREND_TYPES) {
      const answer = request.budget.take() ? await ask(access, world, { region, type }, request) : { status: 'out-of-budget' } as const;
      const step = answer.status === 'answered' ? readStep(answer, { region, type, page, cursor, tag: request.progress.tag, isLastRegion: region === access.regions.at(-1) }) : answer;
      if (step.status !== 'step') {
        yield step;
        return;
      }
      yield* step.outcomes;
      if (step.outcomes.length > 1) return;
      ({ cursor } = step);
      page += 1;
      if (step.isFound) break;
    }
  }
}

interface StepPlace {
  readonly region: string;
  readonly type: (typeof TREND_TYPES)[number];
  readonly page: number;
  readonly cursor: PinterestCursor;
  readonly tag: string;
  readonly isLastRegion: boolean;
}

interface Step {
  readonly status: 'step';
  /** What was collected, and whether to wait then. */
  readonly outcomes: readonly CollectOutcome[];
  readonly cursor: PinterestCursor;
  readonly isFound: boolean;
}

function readStep(answer: Answer, { region, type, page, cursor: before, tag, isLastRegion }: StepPlace): Step | CollectOutcome {
  const question = `${region}/${type}`;
  const window = answer.httpStatus === 200 ? readWindow(answer.json, tag) : undefined;
  if (window === undefined || window.status === 'unreadable') return judgeRefusal(answer, { question, page });
  const isFound = window.status === 'read';
  const spliced = isFound ? spliceWindows(before.series[region], window.points) : undefined;
  const cursor = spliced === undefined ? before : { series: { ...before.series, [region]: { factor: spliced.factor, points: [...spliced.points] } } };
  const points = (spliced?.points ?? []).map((point) => ({ ...point, region, seenMs: answer.takenMs }));
  const snapshot = toSnapshot(answer, { question, page, entries: points.length, ...(spliced !== undefined && { factor: spliced.factor }) });
  const { quota, waitMs } = quotaOf(answer);
  const isFinished = isLastRegion && (isFound || type === TREND_TYPES.at(-1));
  return {
    status: 'step', cursor, isFound,
    outcomes: [{ status: 'collected', snapshot, posts: [], points, cursor, isFinished, quota }, ...(waitMs === undefined ? [] : [{ status: 'throttled' as const, untilMs: answer.takenMs + waitMs }])],
  };
}

function ask({ baseUrl, token }: SourceAccess, world: CollectWorld, { region, type }: Pick<StepPlace, 'region' | 'type'>, { progress, signal }: CollectRequest): Promise<Answer | NoAnswer> {
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
