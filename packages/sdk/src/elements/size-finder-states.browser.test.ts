import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answer, atTheEdge, calls, emitDone, emitLive, focusedIn, heading, press, sure, useFinder } from './testing/finder-walk.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const open = useFinder();

// Brings the dialog from the state before to the one that is looked at.
const steps: readonly (readonly [name: string, screen: string, go: (page: Page) => Promise<void>])[] = [
  ['button', '', async () => undefined],
  ['ways', 'ways', (page) => page.locator('vua-size-finder button').first().click()],
  ['details', 'details', (page) => page.locator('[data-way=answers]').click()],
  ['details with problems', 'details', (page) => page.locator('button[type=submit]').click()],
  ['details in feet', 'details', (page) => page.locator('.segments label').nth(1).click()],
  ['result', 'result', async (page) => {
    await page.locator('.segments label').nth(0).click();
    await page.locator('#stature').fill('165');
    await page.locator('#mass').fill('56');
    await page.locator('button[type=submit]').click();
    await page.locator('.size').waitFor();
  }],
  ['chart', 'by-hand', (page) => page.locator('[part=link]').last().click()],
  ['photos', 'photos', async (page) => {
    for (let press = 0; press < 3; press++) await page.locator('[part=back]').click();
    await page.locator('[data-way=photos]').click();
    await page.locator('button[type=submit]').click();
  }],
  ['preparation', 'prepare', async (page) => {
    await page.locator('[part=back]').click();
    await page.locator('[part=back]').click();
    await page.locator('[data-way=camera]').click();
    await page.locator('button[type=submit]').click();
  }],
  ['scan', 'scan', async (page) => {
    await page.locator('.primary').click();
    await emitLive(page, 'too-close');
  }],
  ['measuring', 'working', (page) => page.evaluate(() => window.vuaEngine.emit({ step: 'measuring', caption: 'Measuring', progress: 0.9 }))],
  ['scanned', 'result', emitDone],
  ['question of the weight', 'result', (page) => page.locator('[data-more=open]').click()],
  ['question of the usual size', 'result', async (page) => {
    await page.locator('[data-more=next]').click();
    await page.locator('.chip').first().click();
    await page.locator('input[name=more-letter]').first().waitFor({ state: 'attached' });
  }],
  ['question of the body', 'result', async (page) => {
    await page.locator('[data-more=next]').click();
    await page.locator('.drawn').first().click();
    await page.locator('.gain-lines').waitFor();
  }],
  ['kept', 'result', async (page) => {
    await page.locator('[data-keep=keep]').click();
    await page.locator('[data-keep=forget]').waitFor();
  }],
  ['problem', 'problem', (page) => page.evaluate(() => window.vuaEngine.emit({ step: 'failed', caption: '', progress: 0, failure: { kind: 'refused', view: 'side', reason: 'not-side-on', offers: ['retake', 'photos', 'manual'] } }))],
];

describe('in every state', () => {
  it.each([['vi', 390, undefined], ['en', 1280, undefined], ['en', 390, 'dark']] as const)('axe finds nothing: %s, %i px, %s', async (lang, widthPx, theme) => {
    const page = await open(atTheEdge, lang, { widthPx, heightPx: 900, isStyled: true, ...(theme && { theme }) });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(axeSource);
    for (const [name, screen, go] of steps) {
      await go(page);
      if (screen) await page.locator(`.frame[data-screen=${screen}]`).waitFor();
      expect(await violations(page), name).toEqual([]);
    }
  });

  it.each(['vi', 'en'] as const)('nothing is wider than a screen of 320 px: %s', async (lang) => {
    const page = await open(atTheEdge, lang, { widthPx: 320, heightPx: 640, isStyled: true });
    for (const [name, screen, go] of steps) {
      await go(page);
      if (screen) await page.locator(`.frame[data-screen=${screen}]`).waitFor();
      expect(await overflow(page), name).toEqual([]);
    }
  });

  it.each([[390, 844], [640, 400], [1280, 800]])('the whole camera picture is seen at %i x %i px', async (widthPx, heightPx) => {
    const page = await open(sure, 'en', { widthPx, heightPx, isStyled: true });
    await answer(page, 'camera');
    await press(page, 'Open the camera');
    await emitLive(page);
    const [picture, stage] = await Promise.all([page.locator('.stage canvas').boundingBox(), page.locator('.stage').boundingBox()]);
    expect(picture).toEqual(stage);
    expect(await page.locator('.stage canvas').evaluate((canvas) => getComputedStyle(canvas).objectFit)).toBe('contain');
  });

  it('another product in the same element has no size yet, and one that is taken away opens nothing', async () => {
    const page = await open(sure, 'en');
    await answer(page);
    await press(page, 'Choose size M');
    await page.locator('vua-size-finder').evaluate((finder) => finder.setAttribute('product', 'other'));
    await expect.poll(() => page.locator('vua-size-finder button').first().innerText()).toBe('Find my size');
    const dialogs = await page.locator('vua-size-finder').evaluate(async (finder: HTMLElement & { open(): Promise<void> }) => {
      const opening = finder.open();
      finder.remove();
      await opening;
      return finder.shadowRoot?.querySelectorAll('vua-size-dialog').length;
    });
    expect(dialogs).toBe(0);
  });

  it('no chart: says so, and tries again when the server was not reached', async () => {
    const page = await open({ ...sure, chartAnswer: { status: 'missing', reason: 'unreachable' } }, 'en');
    await press(page, 'Find my size');
    await expect.poll(() => heading(page).textContent()).toBe('The size chart did not come');
    await press(page, 'Try again');
    await expect.poll(() => heading(page).textContent()).toBe('The size chart did not come');
  });

  // Of two states of one screen the first is enough, but for problems: there the keyboard goes to the first field that has one.
  const ends = steps.flatMap(([name, screen], last) => (screen && !['details in feet', 'scanned', 'kept'].includes(name) && !name.startsWith('question') ? [[name, screen, last] as const] : []));
  it.each(ends)('%s: the keyboard is where it begins, and Escape leads back to the button', async (name, screen, last) => {
    const page = await open(atTheEdge, 'en');
    for (const [, , go] of steps.slice(0, last + 1)) await go(page);
    await page.locator(`.frame[data-screen=${screen}]`).waitFor();
    await expect.poll(() => focusedIn(page)).toBe(name === 'details with problems' ? 'input stature' : 'h2 title');
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedIn(page)).toBe('button Find my size');
    await expect.poll(() => page.locator('vua-size-dialog').count()).toBe(0);
    expect((await calls(page)).at(-1)).toBe('dispose');
  });
});

interface AxeGlobal {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
}

async function violations(page: Page): Promise<string[]> {
  // A colour in transition has no contrast to speak of.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
  const found = await page.evaluate(() => (globalThis as unknown as AxeGlobal).axe.run());
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
}

/** What sticks out of the screen to the side, apart from what scrolls in a box of its own. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dialog = document.querySelector('vua-size-finder')?.shadowRoot?.querySelector('vua-size-dialog')?.shadowRoot;
    const frame = dialog?.querySelector('.frame');
    const inside = [...(dialog?.querySelectorAll('.frame *') ?? [])].filter((element) => !element.closest('.scroll, svg, .unseen, input[type=file], .stage'));
    const wide = inside.filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5).map((element) => element.outerHTML.slice(0, 120));
    const scrolls = document.documentElement.scrollWidth > innerWidth || (frame !== null && frame !== undefined && frame.scrollWidth > frame.clientWidth);
    return scrolls ? ['the page scrolls sideways', ...wide] : wide;
  });
}
