import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openKillableBrowser } from './killable-browser.ts';
import type { Disturbance, MemoryIngest } from './memory-ingest.ts';
import { type ShopPage, openShop, sendAll, startShop } from './open-shop.ts';
import { seededRandom } from './seeded-random.ts';

/** What a fault test found, over all its rounds. */
export interface FaultFindings {
  /** Events whose `track()` resolved. */
  readonly committed: number;
  /** Of these: not on the server in the end. */
  readonly lost: number;
  /** Times that an event reached the server again although it had answered. */
  readonly sentTwice: number;
}

/** How long the faulty thing goes on before it is ended, milliseconds. */
const LONGEST_MS = 400;

/** Answers as a weak network would: now and then none at all, or none after the events were stored. */
function weakNetwork(random: () => number): () => Disturbance | undefined {
  return () => {
    const draw = random();
    if (draw < 0.2) return { kind: 'cut' };
    return draw < 0.4 ? { kind: 'cut-after' } : undefined;
  };
}

/** Crashes tabs while they upload (CDP `Page.crash`). */
export async function crashTabs(browser: Browser, rounds: number, seed: number): Promise<FaultFindings> {
  const random = seededRandom(seed);
  return withShop(async (ingest) => {
    const context = await browser.newContext();
    const committed = createCommittedIds();
    await context.exposeFunction('reportCommitted', committed.note);
    for (let round = 0; round < rounds; round++) {
      ingest.disturb(weakNetwork(random));
      const shop = await openShop(context, ingest, { maxWaitMs: 20 });
      const { page } = shop;
      const session = await context.newCDPSession(page);
      await trackAwhile(shop, committed, round * 100_000, random() * LONGEST_MS);
      const crashed = page.waitForEvent('crash');
      void session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    }
    return settle(ingest, committed.ids, context);
  });
}

/** Ends whole browsers by `kill -9` while they upload. */
export async function killBrowsers(rounds: number, seed: number): Promise<FaultFindings> {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'vua-kill-'));
  const committed = createCommittedIds();
  try {
    return await withShop(async (ingest) => {
      for (let round = 0; round < rounds; round++) {
        ingest.disturb(weakNetwork(random));
        const { context, kill } = await openKillableBrowser(folder);
        await context.exposeFunction('reportCommitted', committed.note);
        await trackAwhile(await openShop(context, ingest, { maxWaitMs: 20 }), committed, round * 100_000, random() * LONGEST_MS);
        await kill();
      }
      const last = await openKillableBrowser(folder);
      const findings = await settle(ingest, committed.ids, last.context);
      await last.close();
      return findings;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What keeps two tabs apart: the browser's locks, our lease where there are none, or nothing: locks that everybody gets. */
export type Guard = 'web-locks' | 'lease' | 'nothing';

/** Two tabs of one browser send the same queue at the same moment. */
export async function raceTabs(browser: Browser, rounds: number, guard: Guard): Promise<FaultFindings> {
  return withShop(async (ingest) => {
    const context = await browser.newContext();
    if (guard === 'lease') await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    if (guard === 'nothing') await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: { request: (_name: string, work: () => unknown) => work() } }));
    const patient = { maxWaitMs: 60_000 };
    const [first, second] = [await openShop(context, ingest, patient), await openShop(context, ingest, patient)];
    const committed = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const results = await Promise.all([first.call('burst', round * 10, 5), second.call('burst', round * 10 + 5, 5)]);
      for (const result of results.flat()) if (result.status === 'committed') committed.add(result.id);
      await Promise.all([first.call('flush'), second.call('flush'), first.call('flush')]);
    }
    return settle(ingest, committed, context);
  });
}

async function withShop<T>(act: (ingest: MemoryIngest) => Promise<T>): Promise<T> {
  const ingest = await startShop();
  try {
    return await act(ingest);
  } finally {
    await ingest.close();
  }
}

/** What pages told of at once: what was told before the end is what the end may not take. */
interface CommittedIds {
  readonly ids: ReadonlySet<string>;
  readonly note: (id: string) => void;
  /** Resolves at the next one. */
  next(): Promise<void>;
}

function createCommittedIds(): CommittedIds {
  const ids = new Set<string>();
  let waiting: (() => void)[] = [];
  return {
    ids,
    note(id) {
      ids.add(id);
      waiting.splice(0).forEach((resolve) => resolve());
    },
    next: () => new Promise((resolve) => { waiting = [...waiting, resolve]; }),
  };
}

/** Tracks without an end; resolves some time after the first event was committed. */
async function trackAwhile({ page, call }: ShopPage, committed: CommittedIds, first: number, waitMs: number): Promise<void> {
  const begun = committed.next();
  void call('stream', first).catch(() => undefined);
  await begun;
  await page.waitForFunction((untilMs) => performance.now() >= untilMs, await call('nowMs') + waitMs);
}

/** Opens the shop once more with a good network, and waits until all is sent. */
async function settle(ingest: MemoryIngest, committed: ReadonlySet<string>, context: BrowserContext): Promise<FaultFindings> {
  ingest.disturb(undefined);
  const { page, call } = await openShop(context, ingest);
  await sendAll({ call });
  const problems = await call('problems');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  await page.close();
  const stored = new Set(ingest.stored.map(({ id }) => id));
  const sentTwice = [...stored].reduce((sum, id) => sum + ingest.timesSent(id) - 1, 0);
  return { committed: committed.size, lost: [...committed].filter((id) => !stored.has(id)).length, sentTwice };
}
