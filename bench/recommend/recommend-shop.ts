import { createRandom } from '../../packages/server-lite/src/storage/testing/seed.ts';

export const ITEMS = 50_000;
export const TENANT = 'bench';
export const SITE_KEY = 'site_benchshop';
const ORIGIN = 'http://bench.example';

/** How many different requests are made before they come again. */
const DIFFERENT = 4000;

/**
 * What the pages of a large shop ask: half of the requests are session vectors, all different; the others lists by id, of which few items get most (the square of a uniform draw).
 * @returns whole requests
 */
export function shopRequests(host: string, seed: number): readonly string[] {
  const random = createRandom(seed);
  const itemId = (): string => `i${Math.floor(random() ** 2 * ITEMS)}`;
  const vector = (): string => {
    const body = JSON.stringify({ modelVersion: 'v1', limit: 20, vector: Array.from({ length: 64 }, () => Math.round((random() - 0.5) * 256)) });
    return `POST /v1/recommendations/by-vector?site=${SITE_KEY} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${ORIGIN}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  };
  const list = (query: string): string => `GET /v1/recommendations?site=${SITE_KEY}&limit=12&${query} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${ORIGIN}\r\n\r\n`;
  const lists = [() => list(`kind=similar&items=${itemId()}`), () => list(`kind=for-you&items=${itemId()},${itemId()},${itemId()}`), () => list(`kind=goes-with&items=${itemId()},${itemId()}`), () => list('kind=trending')];
  return Array.from({ length: DIFFERENT }, (_, k) => (k % 2 === 0 ? vector() : (lists[(k >> 1) % lists.length] ?? vector)()));
}

/** Path to which the shop's events are sent, and the origin of its pages. */
export const EVENTS_PATH = `/v1/events?site=${SITE_KEY}`;
export const EVENTS_ORIGIN = ORIGIN;
