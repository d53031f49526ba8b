import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMAND_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const APPLICATION_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

// Where each platform's build of Chromium lies inside a folder of Playwright's cache.
const PLAYWRIGHT_BINARIES = [
  'chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe',
];

/** A Chromium found on this machine: its executable and how it was found. */
export interface FoundChromium {
  readonly path: string;
  readonly where: string;
}

/** Looks at CHROME_PATH, then PATH, then the usual places of applications, then Playwright's cache. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): FoundChromium | undefined {
  return fromVariable(env) ?? fromPath(env) ?? fromApplications() ?? fromPlaywrightCache(env);
}

function fromVariable(env: NodeJS.ProcessEnv): FoundChromium | undefined {
  const path = env['CHROME_PATH'];
  return path !== undefined && isExecutable(path) ? { path, where: 'CHROME_PATH' } : undefined;
}

function fromPath(env: NodeJS.ProcessEnv): FoundChromium | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const path = COMMAND_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  return path === undefined ? undefined : { path, where: 'PATH' };
}

function fromApplications(): FoundChromium | undefined {
  const path = APPLICATION_PATHS.find(isExecutable);
  return path === undefined ? undefined : { path, where: 'installed application' };
}

function fromPlaywrightCache(env: NodeJS.ProcessEnv): FoundChromium | undefined {
  const caches = [
    env['PLAYWRIGHT_BROWSERS_PATH'], join(homedir(), '.cache/ms-playwright'), join(homedir(), 'Library/Caches/ms-playwright'),
    env['LOCALAPPDATA'] === undefined ? undefined : join(env['LOCALAPPDATA'], 'ms-playwright'),
  ].filter((cache) => cache !== undefined && existsSync(cache));
  const builds = caches.flatMap((cache) => readdirSync(cache ?? '').filter((name) => /^chromium-\d+$/.test(name)).map((name) => join(cache ?? '', name)));
  const path = builds.flatMap((build) => PLAYWRIGHT_BINARIES.map((binary) => join(build, binary))).find(isExecutable);
  return path === undefined ? undefined : { path, where: "Playwright's cache" };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
