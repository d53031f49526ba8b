import type { BodyEstimate } from '@vua/models/body';
import type { MeasurementStatistics } from '@vua/models/contracts';
import type { RandomWord, ResponseDesign } from '@vua/models/privacy';
import { createQueue } from './queue.ts';
import { decideAnswer } from './statistics/decide-answer.ts';
import type { StatisticsStore } from './statistics/kept-statistics.ts';
import { postStatistics, type PostOutcome } from './statistics/post-statistics.ts';
import { createStatisticsDatabase } from './statistics/statistics-database.ts';
import { createStatisticsMemory } from './statistics/statistics-memory.ts';

export interface StatisticsOptions {
  /** The server; ends with a slash. */
  readonly apiUrl: URL;
  readonly siteKey: string;
  /** Whether the shopper agrees to `statistics` now. Asked before everything that is kept and everything that is sent. */
  readonly isGranted: () => boolean;
  /** Sends one randomized measurement instead of all in whole centimetres. @default rounded */
  readonly randomized?: ResponseDesign;
  /** @default IndexedDB */
  readonly device?: StatisticsStore;
  readonly fetch?: typeof globalThis.fetch;
  /** UTC milliseconds. */
  readonly now?: () => number;
  /** @default the browser's cryptographic generator */
  readonly random?: RandomWord;
  /** @default what the browser says; a hint only */
  readonly isOnline?: () => boolean;
}

export type StatisticsOffer =
  /** It is sent after this time, UTC milliseconds. */
  | { readonly status: 'waiting'; readonly dueAtMs: number; readonly lasts: 'device' | 'page' }
  /** `too-soon`: this device gave an answer within the last 30 days. `not-measured`: no body of a camera, or nothing of it is counted. */
  | { readonly status: 'skipped'; readonly reason: 'no-consent' | 'too-soon' | 'not-measured' };

/** Statistics of measurements, where the shopper agreed: whole centimetres, no id, hours later. Nothing here throws or rejects. */
export interface StatisticsSender {
  /** Takes a measured body: rounds it, and keeps it until a random hour of the next day. */
  offer(body: BodyEstimate): Promise<StatisticsOffer>;
  /** Sends what waits once its hour has come; call when a page starts and when consent changes. Without consent, what waits is deleted. */
  start(): void;
  /** Sends what is due now. */
  sendDue(): Promise<PostOutcome | 'none'>;
  /** Deletes what waits and what is remembered. @returns whether nothing is there now. */
  forget(): Promise<boolean>;
  /** Stops the clock of this page; what waits is sent by a later page. Safe to call twice. */
  close(): void;
}

const HOUR_MS = 3_600_000;
/** An answer waits for 1 to 24 hours. */
const WAIT_MS = [HOUR_MS, 24 * HOUR_MS] as const;
/** What is overdue when a page opens waits a little more, so that it does not leave together with the page's first events. */
const PAGE_WAIT_MS = [0, 60_000] as const;

/** {@link StatisticsSender} of this origin and site key. */
export function createStatisticsSender(options: StatisticsOptions): StatisticsSender {
  const { siteKey, isGranted, randomized: design, device = createStatisticsDatabase(siteKey), now = Date.now, random = cryptoWord } = options;
  const memory = createStatisticsMemory(device);
  const inOrder = createQueue();
  const clock = createPageClock(() => void sendNext());

  const waitUntil = (atMs: number): void => clock.set(Math.max(0, atMs - now()) + between(PAGE_WAIT_MS, random));
  const offer = async (body: BodyEstimate): Promise<StatisticsOffer> => {
    if (!isGranted()) return { status: 'skipped', reason: 'no-consent' };
    const decision = decideAnswer(body, await memory.recall(), { design, random, nowMs: now() });
    if (decision.status === 'skipped') return decision;
    const { answer } = decision;
    const dueAtMs = now() + between(WAIT_MS, random);
    const lasts = await memory.keep({ answeredAtMs: now(), due: { dueAtMs, answer }, ...(answer.kind === 'randomized' ? { randomized: answer } : {}) });
    waitUntil(dueAtMs);
    return { status: 'waiting', dueAtMs, lasts };
  };
  const forget = (): Promise<boolean> => {
    clock.stop();
    return memory.forget();
  };
  const arm = async (): Promise<void> => {
    const due = isGranted() ? (await memory.recall())?.due : void await forget();
    if (due !== undefined) waitUntil(due.dueAtMs);
  };
  const sendDue = (): Promise<PostOutcome | 'none'> => sendOne(options, memory, () => now() + between(WAIT_MS, random));
  const sendNext = (): Promise<void> => inOrder(async () => {
    await sendDue();
    await arm();
  });
  return { offer: (body) => inOrder(() => offer(body)), start: () => void inOrder(arm), sendDue: () => inOrder(sendDue), forget: () => inOrder(forget), close: () => clock.stop() };
}

/** Taken out before it is sent: an answer that gets lost is better than one that is counted twice, and no id could tell. */
async function sendOne(options: StatisticsOptions, memory: ReturnType<typeof createStatisticsMemory>, later: () => number): Promise<PostOutcome | 'none'> {
  const { isGranted, now = Date.now, fetch = (...request) => globalThis.fetch(...request), isOnline = () => globalThis.navigator?.onLine ?? true } = options;
  if (!isGranted() || !isOnline()) return 'none';
  const answer: MeasurementStatistics | undefined = await memory.takeDue(now());
  if (answer === undefined) return 'none';
  const outcome = await postStatistics(answer, { ...options, fetch });
  const kept = outcome === 'try-later' ? await memory.recall() : undefined;
  if (kept !== undefined && isGranted()) await memory.keep({ ...kept, due: { dueAtMs: later(), answer } });
  return outcome;
}

interface PageClock {
  /** Rings once after so many milliseconds, instead of what was set before. */
  set(ms: number): void;
  stop(): void;
}

function createPageClock(ring: () => void): PageClock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    set(ms) {
      stop();
      timer = setTimeout(ring, ms);
    },
    stop,
  };
}

const cryptoWord: RandomWord = () => globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** Uniform between both, milliseconds. */
function between([leastMs, mostMs]: readonly [number, number], random: RandomWord): number {
  return leastMs + Math.round((random() / 2 ** 32) * (mostMs - leastMs));
}
