import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS } from '../../../../tools/testing/open-browser.ts';
import { findChromium } from '../../../../tools/find-chromium.ts';

/** A browser whose storage outlives it. */
export interface KillableBrowser {
  readonly context: BrowserContext;
  /** `kill -9` of all its processes at once. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param folder of the profile. */
export async function openKillableBrowser(folder: string): Promise<KillableBrowser> {
  const path = findChromium()?.path;
  if (path === undefined) throw new Error('No Chromium or Chrome found. Set CHROME_PATH.');
  // Its own process group, so that one signal reaches every process of it.
  const child = spawn(path, [...BROWSER_ARGUMENTS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await chromium.connectOverCDP(await endpointOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  return {
    context,
    kill: () => end(child, browser, 'SIGKILL'),
    close: () => end(child, browser, 'SIGTERM'),
  };
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [, endpoint] = /DevTools listening on (\S+)/.exec(printed) ?? [];
      if (endpoint) resolve(endpoint);
    });
    child.once('exit', () => reject(new Error(`the browser did not start: ${printed}`)));
  });
}

async function end(child: ChildProcess, browser: Browser, signal: NodeJS.Signals): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  process.kill(-child.pid, signal);
  await exited;
  await browser.close().catch(() => undefined);
}
