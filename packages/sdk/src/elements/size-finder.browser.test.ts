import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SizeChart } from '@vua/models/contracts';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type FinderPage, type FinderSite, serveFinder } from './testing/finder-page.ts';
import type { MemoryEngineScript } from './testing/memory-engine.ts';

const row = (label: string, chest: number, waist: number, hip: number): SizeChart['rows'][number] => ({
  label, systems: { eu: `${chest - 48}` },
  body: { chest: { minCm: chest, maxCm: chest + 5 }, waist: { minCm: waist, maxCm: waist + 5 }, hip: { minCm: hip, maxCm: hip + 5 } },
  garmentCm: { chest: chest + 12 },
});
const chart: SizeChart = {
  id: 'dress', garmentType: 'dress', fit: 'regular',
  rows: [row('XS', 80, 62, 86), row('S', 85, 67, 91), row('M', 90, 72, 96), row('L', 95, 77, 101)],
};
const sure: MemoryEngineScript = { chart, meansCm: { chest: 92.5, waist: 74.5, hip: 98.5 }, sdCm: 1 };
const atTheEdge: MemoryEngineScript = { chart, meansCm: { chest: 95, waist: 77, hip: 101 }, sdCm: 2.5 };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let site: FinderSite;
let opened: FinderPage | undefined;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveFinder()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
afterEach(async () => {
  const problems = opened?.problems ?? [];
  await opened?.page.close();
  opened = undefined;
  if (problems.length > 0) throw new Error(`the page complained: ${problems.join('\n')}`);
});

async function open(script: MemoryEngineScript, lang: 'vi' | 'en' = 'vi', more: { widthPx?: number; heightPx?: number; isStyled?: boolean; theme?: 'dark' } = {}): Promise<Page> {
  opened = await site.open(browser, { lang, script, ...more });
  return opened.page;
}

const heading = (page: Page): Locator => page.locator('#title');
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const calls = (page: Page): Promise<string[]> => page.evaluate(() => window.vuaEngine.calls);
const events = (page: Page): Promise<unknown> => page.evaluate(() => window.vuaEvents);

async function answer(page: Page, way: 'camera' | 'photos' | 'answers' = 'answers'): Promise<void> {
  await page.locator('vua-size-finder button').first().click();
  await page.locator(`[data-way=${way}]`).click();
  await page.locator('#stature').fill('165');
  await page.locator('#mass').fill('56');
  await page.locator('button[type=submit]').click();
}

/** A moment of a live scan. */
async function emitLive(page: Page, hint?: 'too-close'): Promise<void> {
  await page.evaluate((given) => window.vuaEngine.emit({
    step: 'hold-front', view: 'front', caption: 'Stand still', progress: 0.3, video: { widthPx: 720, heightPx: 1280 },
    outline: window.vuaEngine.outlines.front.points, countdown: 2, paused: false, ...(given && { hint: given }),
  }), hint);
}

const emitDone = (page: Page): Promise<void> => page.evaluate(() => {
  window.vuaEngine.emit({ step: 'measuring', caption: 'Measuring', progress: 0.9 });
  window.vuaEngine.emit({ step: 'done', caption: '', progress: 1, body: window.vuaEngine.body('camera'), outlines: window.vuaEngine.outlines });
});

describe('the way of questions, under a strict security policy', () => {
  it.each([
    ['vi', 'Size của bạn', 'Rất chắc chắn', 'Chọn size M', 'Size của bạn: M'],
    ['en', 'Your size', 'Very sure', 'Choose size M', 'Your size: M'],
  ] as const)('ends in a size in %s', async (lang, title, certainty, choose, button) => {
    const page = await open(sure, lang);
    await answer(page);
    await expect.poll(() => heading(page).textContent()).toBe(title);
    expect(await page.locator('.size-label').allTextContents()).toEqual(['M']);
    expect(await page.locator('.certainty').textContent()).toContain(certainty);
    expect(await page.locator('.odds li').count()).toBe(4);
    expect(await page.locator('.why li').count()).toBe(3);
    await press(page, choose);
    await expect.poll(() => page.locator('vua-size-finder button').first().innerText()).toBe(button);
    await expect.poll(() => page.locator('vua-size-dialog').count()).toBe(0);
    expect(await events(page)).toEqual([
      { type: 'vua-size-advised', detail: { product: 'linen-shirt', size: 'M', certainty: 'high' } },
      { type: 'vua-size-chosen', detail: { product: 'linen-shirt', size: 'M', certainty: 'high' } },
    ]);
    expect(await calls(page)).toEqual(['answers {"statureCm":165,"massKg":56}', 'dispose']);
  });

  it('offers two sizes when the body lies between them, and says the difference', async () => {
    const page = await open(atTheEdge, 'en');
    await answer(page);
    await expect.poll(() => heading(page).textContent()).toBe('You are between two sizes');
    expect(await page.locator('.size-label').allTextContents()).toEqual(['M', 'L']);
    expect(await page.locator('.stack button').count()).toBe(2);
    expect(await page.locator('.content > .lead').allTextContents()).toEqual([
      expect.stringMatching(/^Size M will sit closer: you are near its upper end at the \w+\.$/), expect.stringMatching(/^Size L will be roomier: you are near its lower end at the \w+\.$/),
    ]);
    expect(await page.locator('.decides').textContent()).toMatch(/^\w+ decides: 0 cm from the border between M and L \(\d+ cm\)\.$/);
    await page.locator('[data-size=M]').click();
    expect(await events(page)).toContainEqual({ type: 'vua-size-chosen', detail: { product: 'linen-shirt', size: 'M', certainty: 'medium' } });
  });

  it('advises no size when the body lies outside the chart, and leaves the chart', async () => {
    const page = await open({ ...sure, meansCm: { chest: 120, waist: 110, hip: 130 } }, 'en');
    await answer(page);
    await expect.poll(() => heading(page).textContent()).toBe('No size to recommend');
    expect(await page.locator('.size-label').count()).toBe(0);
    await press(page, 'Choose from the size chart');
    await press(page, 'Choose L');
    expect(await events(page)).toEqual([{ type: 'vua-size-chosen', detail: { product: 'linen-shirt', size: 'L' } }]);
  });

  it('explains what is missing beside the field and goes there', async () => {
    const page = await open(sure, 'en');
    await press(page, 'Find my size');
    await page.locator('[data-way=answers]').click();
    await page.locator('#stature').fill('300');
    await page.locator('button[type=submit]').click();
    expect(await page.locator('#stature-problem').textContent()).toContain('between 120 and 220');
    expect(await page.locator('#mass-problem').textContent()).toBe('Please enter your weight.');
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.id)).toBe('stature');
    await page.locator('#stature').fill('165');
    expect(await page.locator('#stature-problem').count()).toBe(0);
    expect(await page.locator('#mass-problem').count()).toBe(1);
  });

  it('takes feet, inches and pounds', async () => {
    const page = await open(sure, 'en');
    await press(page, 'Find my size');
    await page.locator('[data-way=answers]').click();
    await page.getByRole('radio', { name: 'ft, lb' }).check();
    await page.locator('#feet').fill('5');
    await page.locator('#inches').fill('5');
    await page.locator('#mass').fill('123');
    await page.locator('#age').fill('29');
    await page.getByRole('radio', { name: 'Women’s' }).check();
    await page.locator('button[type=submit]').click();
    await expect.poll(() => heading(page).textContent()).toBe('Your size');
    expect((await calls(page))[0]).toMatch(/^answers \{"statureCm":165\.1,"massKg":55\.79\d*,"ageYears":29,"sex":"female"\}$/);
  });

  it('advises anew for another fit', async () => {
    const page = await open({ ...sure, meansCm: { chest: 94.5, waist: 76.5, hip: 100.5 }, sdCm: 0.2 }, 'en');
    await answer(page);
    await expect.poll(() => page.locator('.size-label').allTextContents()).toEqual(['M']);
    expect(await page.locator('[role=status]').textContent()).toMatch(/^Your size: M\. Very sure/);
    await page.getByRole('radio', { name: 'Loose' }).check();
    await expect.poll(() => page.locator('.size-label').allTextContents()).toEqual(['L']);
    expect(await page.locator('[role=status]').textContent()).toMatch(/^Your size: L\. /);
  });
});

describe('the ways with pictures', () => {
  it('shows the scan, its result and the silhouettes that may be taken again', async () => {
    const page = await open(sure, 'en');
    await answer(page, 'camera');
    await press(page, 'Open the camera');
    await emitLive(page);
    expect(await page.locator('.countdown').textContent()).toBe('2');
    expect(await page.locator('[role=status]').textContent()).toBe('Stand still');
    expect(await page.locator('canvas').first().evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height])).toEqual([720, 1280]);
    await press(page, 'Voice off');
    await press(page, 'Switch camera');
    await emitDone(page);
    await expect.poll(() => heading(page).textContent()).toBe('Your size');
    expect(await page.locator('.silhouette-pair svg').count()).toBe(2);
    await press(page, 'Retake: Side');
    expect(await calls(page)).toEqual(['preload', 'scan 165', 'muted false', 'muted true', 'camera environment', 'retake side']);
    await page.keyboard.press('Escape');
    await expect.poll(() => calls(page)).toContain('close scan');
    expect(await calls(page)).toContain('dispose');
  });

  it('offers other ways when the camera is denied, and one leads to a size', async () => {
    const page = await open(sure, 'en');
    await answer(page, 'camera');
    await press(page, 'Open the camera');
    await page.evaluate(() => window.vuaEngine.emit({ step: 'failed', caption: '', progress: 0, failure: { kind: 'fault', code: 'camera-denied', offers: ['retry', 'photos', 'manual'] } }));
    await expect.poll(() => page.locator('.content .lead').textContent()).toContain('camera was not allowed');
    await page.locator('[data-offer=manual]').click();
    await page.locator('button[type=submit]').click();
    await expect.poll(() => heading(page).textContent()).toBe('Your size');
  });

  it('says so when the scan cannot load, and the manual way is there', async () => {
    const page = await open({ ...sure, startFails: 'model-unavailable' }, 'vi');
    await answer(page, 'camera');
    await press(page, 'Mở camera');
    await expect.poll(() => page.locator('.content .lead').textContent()).toContain('Chưa tải được phần đo');
    expect(await page.locator('[data-offer=manual]').count()).toBe(1);
  });

  it('measures two photos', async () => {
    const page = await open(sure, 'en');
    await answer(page, 'photos');
    expect(await page.getByRole('button', { name: 'Measure from photos' }).isDisabled()).toBe(true);
    for (const view of ['front', 'side']) await page.locator(`input[name=${view}]`).setInputFiles({ name: `${view}.png`, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });
    await page.waitForFunction(() => document.querySelector('vua-size-finder')?.shadowRoot?.querySelector('vua-size-dialog')?.shadowRoot?.querySelector('vua-photo-preview')?.shadowRoot?.querySelector('canvas:not([hidden])'));
    await press(page, 'Measure from photos');
    await expect.poll(() => heading(page).textContent()).toBe('Your size');
    expect((await calls(page)).at(-1)).toMatch(/^photos \d+ \d+$/);
    await press(page, 'Change photo: Front');
    await expect.poll(() => heading(page).textContent()).toBe('Your two photos');
  });
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Name of the element that the keyboard is on. */
const focusedIn = (page: Page): Promise<string> => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return `${element?.localName} ${element?.id || element?.getAttribute('data-way') || element?.getAttribute('data-size') || element?.getAttribute('aria-label') || element?.textContent?.trim() || ''}`.trim();
});

describe('with the keyboard alone', () => {
  it('goes from the button to the chosen size and comes back to the button', async () => {
    const page = await open(sure, 'en');
    const focused = (): Promise<string> => focusedIn(page);
    const tabTo = async (target: string): Promise<void> => {
      for (let presses = 0; presses < 20 && await focused() !== target; presses++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(target);
    };
    await tabTo('button Find my size');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('h2 title');
    await tabTo('button answers');
    await page.keyboard.press('Enter');
    await tabTo('input stature');
    await page.keyboard.type('165');
    await tabTo('input mass');
    await page.keyboard.type('56');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).textContent()).toBe('Your size');
    await tabTo('button M');
    // Twice round: the page behind the dialog is never reached.
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      expect(await focused()).not.toBe('button Find my size');
    }
    await tabTo('button M');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('button Your size: M');
  });

  it('closes with Escape', async () => {
    const page = await open(sure);
    await press(page, 'Tìm size vừa với bạn');
    await heading(page).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('vua-size-dialog').count()).toBe(0);
    expect(await calls(page)).toEqual(['dispose']);
  });
});

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
