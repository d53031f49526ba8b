import { findChromium } from '../find-chromium.ts';

/** Browser tests read CHROME_PATH; a plain `npx vitest` finds the browser the same way as `npm test`. */
export function setup(): void {
  const found = findChromium();
  if (found !== undefined) process.env['CHROME_PATH'] = found.path;
}
