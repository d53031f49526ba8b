import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findChromium } from '../find-chromium.ts';

// The browser itself must not talk to anybody: tests record every request.
export const BROWSER_ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Starts the machine's Chromium without windows. `extraArgs` are added, such as the fake camera's. */
export async function openBrowser(extraArgs: readonly string[] = [], options: LaunchOptions = {}): Promise<Browser> {
  const found = findChromium();
  if (found === undefined) throw new Error('No Chromium or Chrome found. Set CHROME_PATH, or run `npm test`, which installs one.');
  return chromium.launch({ ...options, executablePath: found.path, args: [...BROWSER_ARGUMENTS, ...extraArgs] });
}
