import { gunzipSync } from 'node:zlib';
import type { RecordedRequest } from './request-recorder.ts';

/** What of the requests left with the shopper's consent, and what else there was. */
export interface SentByConsent {
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly consents: number;
  readonly others: readonly RecordedRequest[];
}

/** Tells the requests apart that the tracker may make after consent. */
export function sentByConsent(requests: readonly RecordedRequest[], origin: string): SentByConsent {
  const addressOf = (name: string): string => `${origin}/v1/${name}?site=site_demoshop`;
  const posts = (name: string): readonly RecordedRequest[] => requests.filter(({ method, url }) => method === 'POST' && url === addressOf(name));
  const [events, consents] = [posts('events'), posts('consents')];
  return {
    events: events.flatMap((request) => (JSON.parse(textOf(request)) as { events: Record<string, unknown>[] }).events),
    consents: consents.length,
    others: requests.filter((request) => !events.includes(request) && !consents.includes(request)),
  };
}

const textOf = ({ headers, body }: RecordedRequest): string => (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');

/** Names of everything in it that holds a number. */
export function namesOfNumbers(value: unknown, name = ''): ReadonlySet<string> {
  if (typeof value === 'number') return new Set([name]);
  if (typeof value !== 'object' || value === null) return new Set();
  const parts = Array.isArray(value) ? value.map((part: unknown) => [name, part] as const) : Object.entries(value);
  return new Set(parts.flatMap(([key, part]) => [...namesOfNumbers(part, key)]));
}

/** Length of the longest text in it; long enough, one could hold a picture. */
export function longestText(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? Math.max(0, ...Object.values(value).map(longestText)) : 0;
}
