import type { InjectOptions } from 'fastify';
import type { GuardedRoute } from '../../http/require-access.ts';
import { CANARIES } from './canaries.ts';

const granted = { analytics: 'granted', personalization: 'granted', statistics: 'granted' };
const envelope = {
  id: '019aa0c0-0000-7000-8000-000000000009', version: 1, timeMs: 1_790_000_000_000, sessionId: '019aa0c0-0000-7000-8000-000000000001',
  anonymousId: CANARIES.subject, customerId: CANARIES.customer, consent: granted,
};
const secrets = { [CANARIES.key]: CANARIES.term, email: CANARIES.email, card: CANARIES.pan, password: CANARIES.password, keypoints: [[Number(CANARIES.keypoint), Number(CANARIES.cm)]] };
const record = { id: envelope.id, anonymousId: CANARIES.subject, timeMs: 1, choices: granted, textVersion: CANARIES.term, source: 'shopper' };

/** Bodies that are right for some route and wrong for the others, and bodies that are wrong for all. */
const BODIES: readonly (object | string)[] = [
  secrets,
  { sentAtMs: 1_790_000_000_000, events: [
    { ...envelope, type: 'search', data: { term: CANARIES.term } }, { ...envelope, type: 'custom', data: { name: 'note', values: { mail: CANARIES.email, card: CANARIES.pan } } },
    { ...envelope, type: 'search', data: secrets }, secrets, CANARIES.email,
  ] },
  { records: [record] },
  { records: [{ ...record, ...secrets }] },
  { kind: 'rounded', audience: 'women', valuesCm: { chest: Number(CANARIES.cm) } },
  `{"email": "${CANARIES.email}", "card": ${CANARIES.pan}`,
  `id,name\n${CANARIES.pan},"${CANARIES.email}`,
];

/** Requests to a route that carry canaries wherever a request can carry something. */
export function canaryRequests(route: GuardedRoute, siteKey: string): readonly InjectOptions[] {
  const paths = pathsOf(route.url);
  const queries = ['', `?site=${siteKey}`, `?site=${siteKey}&mail=${encodeURIComponent(CANARIES.email)}&fromMs=${CANARIES.pan}`, `?site=${CANARIES.term}`];
  const bodies: readonly (object | string | undefined)[] = ['POST', 'PUT', 'PATCH'].includes(route.method) ? BODIES : [undefined];
  return paths.flatMap((path) => queries.flatMap((query) => bodies.map((body): InjectOptions => ({
    method: route.method as 'GET', url: path + query, remoteAddress: CANARIES.address,
    ...(body === undefined ? {} : { payload: body }),
    headers: {
      'user-agent': CANARIES.agent, cookie: `session=${CANARIES.cookie}`, referer: `https://shop.example/${CANARIES.referrer}`, 'x-forwarded-for': CANARIES.address,
      'x-canary': CANARIES.email, traceparent: '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01',
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
  }))));
}

function pathsOf(pattern: string): readonly string[] {
  if (!/[:*]/.test(pattern)) return [pattern];
  const values = [CANARIES.subject, CANARIES.customer, CANARIES.erasure, CANARIES.email, CANARIES.path, `%${CANARIES.path}`];
  return values.map((value) => pattern.replace(/:[A-Za-z]+|\*/g, value));
}
