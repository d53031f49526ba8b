import { openFakeServer, type FakeAnswer, type FakeServer } from './fake-server.ts';

export interface FakeMedia {
  readonly id: string;
  /** UTC milliseconds. */
  readonly postedMs: number;
  readonly caption?: string;
  /** Absent: its author hides them. */
  readonly likes?: number;
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
  const media = new Map<string, FakeMedia[]>();
  const pages = new Map<string, number>();
  const searched = new Map<string, Map<string, number>>();
  let [isRevoked, percent, regainMinutes, serial] = [false, 0, 0, 0];
  const headers = () => ({
    'x-app-usage': JSON.stringify({ call_count: percent, total_cputime: 1, total_time: 2 }),
    'x-business-use-case-usage': JSON.stringify({ '1122334455': [{ type: 'instagram', call_count: Math.floor(percent / 2), total_cputime: 1, total_time: 1, estimated_time_to_regain_access: regainMinutes }] }),
  });
  const recentOf = (accountId: string): Map<string, number> => {
    const recent = new Map([...searched.get(accountId) ?? []].filter(([, atMs]) => now() - atMs < 7 * DAY_MS));
    searched.set(accountId, recent);
    return recent;
  };
  const mayAsk = (accountId: string, id: string): boolean => {
    const recent = recentOf(accountId);
    if (!recent.has(id) && recent.size >= 30) return false;
    // Asking again does not reset the seven days.
    if (!recent.has(id)) recent.set(id, now());
    return true;
  };
  const search = (query: URLSearchParams): FakeAnswer => {
    const tag = query.get('q') ?? '';
    if (SENSITIVE.has(tag) || !media.has(tag)) return errorOf(400, 24, 'The requested resource does not exist', { error_subcode: 2_207_024 });
    if (!mayAsk(query.get('user_id') ?? '', idOf(tag))) return errorOf(400, 18, 'Too many hashtags', { error_subcode: 2_207_034 });
    return { status: 200, json: { data: [{ id: idOf(tag) }] } };
  };
  const recentMedia = (id: string, url: URL): FakeAnswer => {
    const query = url.searchParams;
    if (!mayAsk(query.get('user_id') ?? '', id)) return errorOf(400, 18, 'Too many hashtags', { error_subcode: 2_207_034 });
    const limit = Math.min(50, Number(query.get('limit') ?? 25));
    const all = [...media].find(([tag]) => idOf(tag) === id)?.[1].filter(({ postedMs }) => now() - postedMs < DAY_MS).map((one, place) => ({ one, order: one.postedMs - (place % 3) * 1000 })).toSorted((a, b) => b.order - a.order).map(({ one }) => one) ?? [];
    const asked = query.get('after') === AFTER ? (pages.get(id) ?? 0) + 1 : 0;
    const last = Math.max(0, Math.ceil(all.length / limit) - 1);
    const page = repeatsLastPage ? Math.min(asked, last) : asked;
    pages.set(id, page);
    const next = new URL(url);
    next.searchParams.set('after', AFTER);
    return { status: 200, json: { data: all.slice(page * limit, (page + 1) * limit).map(toMedia), paging: { cursors: { after: AFTER }, next: next.href }, fake_serial: serial += 1 } };
  };
  const server = await openFakeServer((url) => {
    const [, version, first = '', second] = url.pathname.split('/');
    const answer = (): FakeAnswer => {
      if (version !== 'v20.0') return errorOf(404, 2500, 'Unknown path components');
      if (isRevoked || url.searchParams.get('access_token') !== token) return errorOf(401, 190, 'Error validating access token: the user has not authorized the application.', { error_subcode: 463 });
      if (percent >= 100) return errorOf(403, 4, 'Application request limit reached', { is_transient: true });
      if (first === 'ig_hashtag_search') return search(url.searchParams);
      if (second === 'recently_searched_hashtags') return { status: 200, json: { data: [...recentOf(first).keys()].slice(0, Number(url.searchParams.get('limit') ?? 25)).map((id) => ({ id })) } };
      if (second === 'recent_media') return recentMedia(first, url);
      return errorOf(400, 100, 'Unsupported get request');
    };
    const { headers: own, ...rest } = answer();
    return { ...rest, headers: { ...headers(), ...own } };
  });
  return {
    ...server,
    baseUrl: `${server.url}/v20.0`,
    publish: (hashtag, given) => void media.set(hashtag, [...media.get(hashtag) ?? [], ...given]),
    use: (used, minutes = 0) => { [percent, regainMinutes] = [used, minutes]; },
    revoke: () => { isRevoked = true; },
    fillAccount: (accountId, ids) => void searched.set(accountId, new Map(ids.map((id) => [id, now()]))),
  };
}

/** Static, and the same for everybody. */
const idOf = (hashtag: string): string => `1784${[...hashtag].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7)}`;

const toMedia = ({ id, postedMs, caption, likes }: FakeMedia) => ({
  id, timestamp: new Date(postedMs).toISOString().replace(/\.\d{3}Z$/, '+0000'), media_type: 'IMAGE', media_url: `https://scontent.example/${id}.jpg?sig=1`, comments_count: 2,
  ...(caption !== undefined && { caption }), ...(likes !== undefined && { like_count: likes }),
});
