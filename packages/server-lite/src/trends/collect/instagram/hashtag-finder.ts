import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { CollectOutcome, QuotaSeen } from '../collect-outcome.ts';
import type { CollectRequest } from '../trend-source.ts';
import type { AskGraph } from './graph-client.ts';
import { HashtagAnswer, RecentHashtagsAnswer } from './instagram-answers.ts';
import { judgeRefusal } from './judge-refusal.ts';

/** Ids of hashtags are the same for everybody and never change: once known, always known. */
const InstagramCursor = Type.Object({ hashtagId: Type.String(), accountId: Type.String() });
type InstagramCursor = Static<typeof InstagramCursor>;
const cursorJson = Compile(InstagramCursor);

export interface KnownHashtag {
  readonly status: 'found';
  readonly cursor: InstagramCursor;
  readonly quota: QuotaSeen;
}

type FoundHashtag = KnownHashtag | CollectOutcome;
type FindHashtag = (request: CollectRequest) => Promise<FoundHashtag>;

/** Different hashtags that one account may ask for within 7 days. */
const HASHTAGS_PER_ACCOUNT = 30;

/** Which hashtags each account has looked up within 7 days: asking for one of them again costs nothing. */
type RecentHashtags = ReadonlyMap<string, Set<string>>;

/** Finds the id of a tag's hashtag, and an account that may ask for it. For one run: what accounts have looked up is asked once. */
export function createHashtagFinder(ask: AskGraph, accountIds: readonly string[]): FindHashtag {
  const recent = new Map<string, Set<string>>();
  return async (request) => {
    const refusal = await learnRecent(ask, accountIds, recent, request);
    if (refusal !== undefined) return refusal;
    const known = cursorJson.Check(request.progress.cursor) ? request.progress.cursor : undefined;
    const accountId = chooseAccount(recent, known);
    if (accountId === undefined) return { status: 'tag-limit', quota: quotaOf(recent) };
    const looked = known === undefined ? await lookUp(ask, accountId, request) : known.hashtagId;
    if (typeof looked !== 'string') return looked;
    recent.get(accountId)?.add(looked);
    return { status: 'found', cursor: { hashtagId: looked, accountId }, quota: quotaOf(recent) };
  };
}

/** Of all accounts. */
const quotaOf = (recent: RecentHashtags): QuotaSeen => ({ hashtagsUsed: [...recent.values()].reduce((sum, ids) => sum + ids.size, 0), hashtagsLimit: recent.size * HASHTAGS_PER_ACCOUNT });

async function learnRecent(ask: AskGraph, accountIds: readonly string[], recent: Map<string, Set<string>>, request: CollectRequest): Promise<CollectOutcome | undefined> {
  for (const accountId of accountIds.filter((id) => !recent.has(id))) {
    const answer = await ask(`${accountId}/recently_searched_hashtags`, { limit: String(HASHTAGS_PER_ACCOUNT) }, request);
    if (answer.status !== 'answered') return answer;
    if (!RecentHashtagsAnswer.Check(answer.json)) return sourceWide(judgeRefusal(answer, { question: 'recently-searched', page: 0 }));
    recent.set(accountId, new Set(answer.json.data.map(({ id }) => id)));
  }
  return undefined;
}

/** An error that names no tag is none of the tag. */
const sourceWide = (outcome: CollectOutcome): CollectOutcome => (outcome.status === 'tag-refused' ? { ...outcome, status: 'unreadable' } : outcome);

/** One that asked for this hashtag already, the same as before if it can be; else the one with most room. */
function chooseAccount(recent: RecentHashtags, known: InstagramCursor | undefined): string | undefined {
  if (known !== undefined) {
    const askers = [...recent].filter(([, ids]) => ids.has(known.hashtagId)).map(([id]) => id);
    if (askers.length > 0) return askers.includes(known.accountId) ? known.accountId : askers[0];
  }
  const [most] = [...recent].filter(([, ids]) => ids.size < HASHTAGS_PER_ACCOUNT).toSorted(([, one], [, other]) => one.size - other.size);
  return most?.[0];
}

async function lookUp(ask: AskGraph, accountId: string, request: CollectRequest): Promise<string | CollectOutcome> {
  const answer = await ask('ig_hashtag_search', { user_id: accountId, q: request.progress.tag.replaceAll(' ', '') }, request);
  if (answer.status !== 'answered') return answer;
  if (!HashtagAnswer.Check(answer.json)) return judgeRefusal(answer, { question: 'hashtag-search', page: 0 });
  return ('data' in answer.json ? answer.json.data[0]?.id : answer.json.id) ?? judgeRefusal(answer, { question: 'hashtag-search', page: 0 });
}
