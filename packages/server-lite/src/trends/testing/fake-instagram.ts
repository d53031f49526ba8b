import { openFakeServer, type FakeAnswer, type FakeServer } from './fake-server.ts';

export interface FakeMedia {
  readonly id: string;
  /** UTC milliseconds. */
  readonly postedMs: number;
  readonly caption?: string;
  /** Absent: its author hides them. */
  readonly likes?: number;
  /** @default one that nobody serves */
  readonly mediaUrl?: string;
  /** Albums come without an address, and that of a video is one of a video. @default `IMAGE` */
  readonly mediaType?: 'IMAGE' | 'VIDEO' | 'CAROUSEL_ALBUM';
}

export interface FakeInstagramOptions {
  readonly token: string;
  /** UTC milliseconds. @default the machine's clock */
  readonly now?: () => number;
  /** Whether the last page comes again and again. @default false */
  readonly repeatsLastPage?: boolean;
}

export interface FakeInstagram extends FakeServer {
  /** Where the Graph API is. */
  readonly baseUrl: string;
  publish(hashtag: string, media: readonly FakeMedia[]): void;
  /** Percent that the headers tell from now on; from 100 on everything is refused. */
  use(percent: number, regainMinutes?: number): void;
  /** Ends the token. */
  revoke(): void;
  /** Hashtags that this account looked up before. */
  fillAccount(accountId: string, hashtagIds: readonly string[]): void;
}

const DAY_MS = 86_400_000;
/** The same on every page, whichever hashtag it is of. */
const AFTER = 'QVFIUjFzYW1lT25FdmVyeVBhZ2U';
const SENSITIVE = new Set(['nsfw']);

const errorOf = (status: number, code: number, message: string, rest: object = {}): FakeAnswer =>
  ({ status, json: { error: { message, type: 'OAuthException', code, ...rest, fbtrace_id: 'AbCdEfGhIjK' } } });

/** The hashtag search of the Instagram Graph API, as it is documented and as its users know it. */
export async function openFakeInstagram({ token, now = () => Date.now(), repeatsLastPage = false }: FakeInstagramOptions): Promise<FakeInstagram> {
  const pages = createMediaPages(now, repeatsLastPage);
  const accounts = createAccounts(now);
  const state = { isRevoked: false, percent: 0, regainMinutes: 0 };
  const answer = (url: URL): FakeAnswer => {
    const { pathname, searchParams: query } = url;
    const [, version, first = '', second] = pathname.split('/');
    if (version !== 'v20.0') return errorOf(404, 2500, 'Unknown path components');
    if (state.isRevoked || query.get('access_token') !== token) return errorOf(401, 190, 'Error validating access token: the user has not authorized the application.', { error_subcode: 463 });
    if (state.percent >= 100) return errorOf(403, 4, 'Application request limit reached', { is_transient: true });
    if (second === 'recently_searched_hashtags') return { status: 200, json: { data: [...accounts.recentOf(first).keys()].slice(0, Number(query.get('limit') ?? 25)).map((id) => ({ id })) } };
    const hashtagId = first === 'ig_hashtag_search' ? pages.find(query.get('q') ?? '') : first;
    if (hashtagId === undefined) return errorOf(400, 24, 'The requested resource does not exist', { error_subcode: 2_207_024 });
    if (!accounts.mayAsk(query.get('user_id') ?? '', hashtagId)) return errorOf(400, 18, 'Too many hashtags', { error_subcode: 2_207_034 });
    if (first === 'ig_hashtag_search') return { status: 200, json: { data: [{ id: hashtagId }] } };
    return second === 'recent_media' ? pages.ask(hashtagId, url) : errorOf(400, 100, 'Unsupported get request');
  };
  const server = await openFakeServer((url) => ({ ...answer(url), headers: usageHeaders(state) }));
  return {
    ...server,
    baseUrl: `${server.url}/v20.0`,
    publish: pages.publish,
    use: (percent, regainMinutes = 0) => void Object.assign(state, { percent, regainMinutes }),
    revoke: () => { state.isRevoked = true; },
    fillAccount: accounts.fill,
  };
}

const usageHeaders = ({ percent, regainMinutes }: { readonly percent: number; readonly regainMinutes: number }): Record<string, string> => ({
  'x-app-usage': JSON.stringify({ call_count: percent, total_cputime: 1, total_time: 2 }),
  'x-business-use-case-usage': JSON.stringify({ '1122334455': [{ type: 'instagram', call_count: Math.floor(percent / 2), total_cputime: 1, total_time: 1, estimated_time_to_regain_access: regainMinutes }] }),
});

/** Thirty different hashtags in seven days for each account. */
function createAccounts(now: () => number) {
  const searched = new Map<string, Map<string, number>>();
  const recentOf = (accountId: string): Map<string, number> => {
    const recent = new Map([...searched.get(accountId) ?? []].filter(([, atMs]) => now() - atMs < 7 * DAY_MS));
    searched.set(accountId, recent);
    return recent;
  };
  return {
    recentOf,
    fill: (accountId: string, ids: readonly string[]) => void searched.set(accountId, new Map(ids.map((id) => [id, now()]))),
    mayAsk: (accountId: string, id: string): boolean => {
      const recent = recentOf(accountId);
      if (!recent.has(id) && recent.size >= 30) return false;
      // Asking again does not reset the seven days.
      if (!recent.has(id)) recent.set(id, now());
      return true;
    },
  };
}

/** What was published within a day, not quite by time; where a reader is, only the server knows. */
function createMediaPages(now: () => number, repeatsLastPage: boolean) {
  const media = new Map<string, readonly FakeMedia[]>();
  const places = new Map<string, number>();
  let serial = 0;
  const recent = (id: string): readonly FakeMedia[] => {
    const all = [...media].find(([tag]) => idOf(tag) === id)?.[1] ?? [];
    return all.filter(({ postedMs }) => now() - postedMs < DAY_MS).map((one, place) => ({ one, order: one.postedMs - (place % 3) * 1000 })).toSorted((a, b) => b.order - a.order).map(({ one }) => one);
  };
  return {
    publish: (hashtag: string, given: readonly FakeMedia[]) => void media.set(hashtag, [...media.get(hashtag) ?? [], ...given]),
    find: (hashtag: string): string | undefined => (SENSITIVE.has(hashtag) || !media.has(hashtag) ? undefined : idOf(hashtag)),
    ask: (id: string, url: URL): FakeAnswer => {
      const limit = Math.min(50, Number(url.searchParams.get('limit') ?? 25));
      const all = recent(id);
      const asked = url.searchParams.get('after') === AFTER ? (places.get(id) ?? 0) + 1 : 0;
      const place = repeatsLastPage ? Math.min(asked, Math.max(0, Math.ceil(all.length / limit) - 1)) : asked;
      places.set(id, place);
      const next = new URL(url);
      next.searchParams.set('after', AFTER);
      return { status: 200, json: { data: all.slice(place * limit, (place + 1) * limit).map(toMedia), paging: { cursors: { after: AFTER }, next: next.href }, fake_serial: serial += 1 } };
    },
  };
}

/** Static, and the same for everybody. */
const idOf = (hashtag: string): string => `1784${Buffer.from(hashtag).reduce((sum, byte) => (sum * 31 + byte) % 1_000_000_007, 7)}`;

const toMedia = ({ id, postedMs, caption, likes, mediaType = 'IMAGE', mediaUrl = `https://scontent.example/${id}.jpg?sig=1` }: FakeMedia) => ({
  id, timestamp: new Date(postedMs).toISOString().replace(/\.\d{3}Z$/, '+0000'), media_type: mediaType, ...(mediaType !== 'CAROUSEL_ALBUM' && { media_url: mediaUrl }), comments_count: 2,
  ...(caption !== undefined && { caption }), ...(likes !== undefined && { like_count: likes }),
});
