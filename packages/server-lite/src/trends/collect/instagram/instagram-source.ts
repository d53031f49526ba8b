import type { TrendPost } from '../../trend-post.ts';
import type { Answer } from '../ask-json.ts';
import type { CollectOutcome } from '../collect-outcome.ts';
import { toSnapshot } from '../to-snapshot.ts';
import type { CollectRequest, CollectWorld, SourceAccess, TrendSource } from '../trend-source.ts';
import { createGraphClient, type AskGraph } from './graph-client.ts';
import { createHashtagFinder, type KnownHashtag } from './hashtag-finder.ts';
import { judgeRefusal } from './judge-refusal.ts';
import { readMediaPage, type MediaPage } from './read-media-page.ts';
import { readUsage } from './read-usage.ts';

const QUESTION = 'recent-media';
const PAGE_POSTS = 50;
/** Of one collection of a tag: a thousand posts. What is above is told as saturated. */
const MOST_PAGES = 20;
/** At 100 the source answers nothing, and each further question prolongs that. */
const MOST_USAGE_PERCENT = 90;
const HOUR_MS = 3_600_000;
// Neither names nor links to profiles: what is not asked for cannot be kept.
const FIELDS = 'caption,comments_count,id,like_count,media_type,media_url,timestamp';

/** Public posts of a hashtag within the last 24 hours, by the Instagram Graph API. */
export function createInstagramSource(access: SourceAccess, world: CollectWorld): TrendSource {
  const ask = createGraphClient(access, world);
  const findHashtag = createHashtagFinder(ask, access.accountIds);
  return {
    name: 'instagram',
    async* collect(request) {
      const found = await findHashtag(request);
      if (found.status === 'found') yield* readPages(ask, found, request);
      else yield found;
    },
  };
}

/** Pages until one brings nothing new, there are no more, or a limit is reached. */
async function* readPages(ask: AskGraph, known: KnownHashtag, request: CollectRequest): AsyncGenerator<CollectOutcome, void, undefined> {
  const seen = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await askPage(ask, known, { page, after }, request);
    if (read.status !== 'page') {
      yield read;
      return;
    }
    const posts = read.posts.filter(({ postId }) => !seen.has(postId));
    for (const { postId } of posts) seen.add(postId);
    const { percent, regainMs = HOUR_MS } = readUsage(read.answer.headers);
    const isWhole = read.after === undefined || !await bringsNew(posts, request);
    const isCut = page + 1 === MOST_PAGES || percent >= MOST_USAGE_PERCENT;
    const snapshot = toSnapshot(read.answer, { question: QUESTION, page, entries: read.posts.length, isSaturated: isCut && !isWhole });
    yield { status: 'collected', snapshot, posts, points: [], cursor: known.cursor, isFinished: isWhole || isCut, quota: { ...known.quota, usagePercent: percent } };
    if (percent >= MOST_USAGE_PERCENT) yield { status: 'throttled', untilMs: read.answer.takenMs + regainMs };
    if (isWhole || isCut) return;
    ({ after } = read);
  }
}

type AskedPage = ({ readonly status: 'page'; readonly answer: Answer } & MediaPage) | CollectOutcome;

async function askPage(ask: AskGraph, { cursor }: KnownHashtag, { after, page }: { readonly after: string | undefined; readonly page: number }, request: CollectRequest): Promise<AskedPage> {
  const query = { user_id: cursor.accountId, fields: FIELDS, limit: String(PAGE_POSTS), ...(after !== undefined && { after }) };
  const answer = await ask(`${cursor.hashtagId}/recent_media`, query, request);
  if (answer.status !== 'answered') return answer;
  const read = answer.httpStatus === 200 ? readMediaPage(answer.json, request.progress.tag, answer.takenMs) : undefined;
  return read === undefined ? judgeRefusal(answer, { question: QUESTION, page }) : { status: 'page', answer, ...read };
}

/** Posts that came since the last whole collection, or in one that broke off, do not end this one: behind them may lie what nobody has seen. */
async function bringsNew(posts: readonly TrendPost[], { progress: { sweptMs }, seenBy }: CollectRequest): Promise<boolean> {
  if (posts.length === 0 || sweptMs === undefined) return posts.length > 0;
  const known = await seenBy(posts.map(({ postId }) => postId), sweptMs);
  return posts.some(({ postId }) => !known.has(postId));
}
