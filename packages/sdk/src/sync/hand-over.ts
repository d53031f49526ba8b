import { addressOf, type Post, type TransportDeps } from './create-transport.ts';
import type { Answer } from './judge-answer.ts';

/** Where to hand a last body: `fetch` with `keepalive`, which sends no cookie and brings an answer; a beacon in browsers that lack it. */
export function createHandOver(post: Post, { apiUrl, siteKey }: Pick<TransportDeps, 'apiUrl' | 'siteKey'>): (body: string) => boolean | Promise<Answer> {
  const url = addressOf(apiUrl, siteKey, 'events');
  if ('keepalive' in Request.prototype) return (body) => post('events', body, { keepalive: true });
  return (body) => {
    try {
      // A string goes as text/plain: with another type the beacon would need a preflight, and die in silence.
      return navigator.sendBeacon(url, body);
    } catch {
      return false;
    }
  };
}
