import { createRandom } from '../../packages/server-lite/src/storage/testing/seed.ts';

export const [SERIES, WEEKS, HORIZON_WEEKS] = [1000, 261, 13];
export const TENANT = 'bench';
export const KEY = 'vua_bench';
const TAGS_A_QUESTION = 30;
/** How many different requests are made before they come again. */
const DIFFERENT = 4000;
/** Dashboards and nightly programs: so many different questions make up a day. */
const SAVED_QUESTIONS = 300;

export const tagOf = (k: number): string => `tag ${k}`;

const request = (host: string, tags: readonly string[]): string => {
  const body = JSON.stringify({ tags, horizonWeeks: HORIZON_WEEKS });
  return `POST /v1/trends/predict HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

const question = (random: () => number): readonly string[] => Array.from({ length: TAGS_A_QUESTION }, () => tagOf(Math.floor(random() * SERIES)));

/** Questions of thirty tags, all different. @returns whole requests */
export function differentRequests(host: string, seed: number): readonly string[] {
  const random = createRandom(seed);
  return Array.from({ length: DIFFERENT }, () => request(host, question(random)));
}

/** A replay: saved questions, of which few are asked most (the square of a uniform draw), and one in twenty that nobody asked before. */
export function replayedRequests(host: string, seed: number): readonly string[] {
  const random = createRandom(seed);
  const saved = Array.from({ length: SAVED_QUESTIONS }, () => question(random));
  return Array.from({ length: DIFFERENT }, () => request(host, random() < 0.05 ? question(random) : saved[Math.floor(random() ** 2 * SAVED_QUESTIONS)] ?? []));
}
