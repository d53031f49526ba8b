import { openFakeServer, type FakeAnswer, type FakeServer } from './fake-server.ts';

export interface FakePinterestOptions {
  readonly token: string;
  /** UTC milliseconds. @default the machine's clock */
  readonly now?: () => number;
  /** Requests that are allowed yet. @default 1000 */
  readonly requests?: number;
}

export interface FakePinterest extends FakeServer {
  /** Where version 5 of the API is. */
  readonly baseUrl: string;
  /** How often a keyword was searched for in the week that ended on that day; any unit. */
  search(region: string, keyword: string, amountOf: (weekEndMs: number) => number): void;
  revoke(): void;
  allow(requests: number): void;
}

const WEEK_MS = 7 * 86_400_000;
/** Keywords are among the top of these. */
const TYPES = ['growing', 'monthly', 'yearly', 'seasonal'];

const errorOf = (status: number, code: number, message: string): FakeAnswer => ({ status, json: { code, message } });

/** The trends API of Pinterest as it is documented: a year of weeks, each time relative to the highest of them. */
export async function openFakePinterest({ token, now = () => Date.now(), requests = 1000 }: FakePinterestOptions): Promise<FakePinterest> {
  const keywords = new Map<string, (weekEndMs: number) => number>();
  let [isRevoked, left, limit, serial] = [false, requests, requests, 0];
  const trends = (region: string, url: URL): FakeAnswer => {
    const wanted = url.searchParams.getAll('include_keywords[]');
    const found = [...keywords].map(([key, amountOf]) => ({ key: JSON.parse(key) as [string, string], amountOf }))
      .filter(({ key: [where, keyword] }) => where === region && (wanted.length === 0 || wanted.some((one) => keyword.includes(one))));
    return { status: 200, json: { trends: found.slice(0, 50).map(({ key: [, keyword], amountOf }) => ({ keyword, pct_growth_wow: 5, pct_growth_mom: 10, pct_growth_yoy: 10_001, time_series: seriesOf(amountOf, now()) })), fake_serial: serial += 1 } };
  };
  const server = await openFakeServer((url, headers) => {
    const answer = (): FakeAnswer => {
      if (isRevoked || headers['authorization'] !== `Bearer ${token}`) return errorOf(401, 2, 'Authentication failed.');
      if (left === 0) return { ...errorOf(429, 8, 'You have exceeded your rate limit. Try again later.'), headers: { 'retry-after': '120' } };
      left -= 1;
      const [, region = '', type = ''] = /^\/v5\/trends\/keywords\/([^/]+)\/top\/(\w+)$/.exec(url.pathname) ?? [];
      if (!TYPES.includes(type)) return errorOf(400, 1, 'Invalid trends parameters');
      return trends(decodeURIComponent(region), url);
    };
    const { headers: own, ...rest } = answer();
    return { ...rest, headers: { 'x-userendpoint-ratelimit-limit': String(limit), 'x-userendpoint-ratelimit-remaining': String(left), ...own } };
  });
  return {
    ...server,
    baseUrl: `${server.url}/v5`,
    search: (region, keyword, amountOf) => void keywords.set(JSON.stringify([region, keyword]), amountOf),
    revoke: () => { isRevoked = true; },
    allow: (given) => { [left, limit] = [given, Math.max(given, limit)]; },
  };
}

/** The last year, 0 to 100. Weeks end on Saturdays; the last one is the one that is over. */
function seriesOf(amountOf: (weekEndMs: number) => number, nowMs: number): Record<string, number> {
  const lastMs = Math.floor((nowMs - 2 * 86_400_000) / WEEK_MS) * WEEK_MS + 2 * 86_400_000;
  const weeks = Array.from({ length: 53 }, (_, place) => lastMs - (52 - place) * WEEK_MS);
  const highest = Math.max(...weeks.map(amountOf), 1e-9);
  return Object.fromEntries(weeks.map((weekEndMs) => [new Date(weekEndMs).toISOString().slice(0, 10), Math.round((100 * amountOf(weekEndMs)) / highest)]));
}
