import { describe, expect, it } from 'vitest';
import { answer, atTheEdge, calls, emitDone, emitLive, events, focusedIn, heading, press, sure, useFinder } from './testing/finder-walk.ts';

const open = useFinder();

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
      expect.stringMatching(/^(Size M will sit closer|Not sure yet: .+)\.$/), expect.stringMatching(/^(Size L will be roomier|Not sure yet: .+)\.$/),
    ]);
    expect(await page.locator('.zone-verdict').first().textContent()).toMatch(/^[ML]: /);
    expect(await page.locator('.decides').textContent()).toMatch(/^\w+ decides: 0 cm from the border between M and L \(\d+ cm\)\.$/);
    await page.locator('[data-size=M]').click();
    await expect.poll(() => events(page)).toContainEqual({ type: 'vua-size-chosen', detail: { product: 'linen-shirt', size: 'M', certainty: 'low' } });
  });

  it('puts what can be bought first, and says what is sold out', async () => {
    const page = await open(atTheEdge, 'en');
    await page.evaluate(() => { (document.querySelector('vua-size-finder') as HTMLElement & { inStock: readonly string[] }).inStock = ['S', 'M']; });
    await answer(page);
    expect(await page.locator('.stack button').allTextContents()).toEqual(['Choose size M', 'Size L (sold out)']);
    expect(await page.locator('.stack button.primary').allTextContents()).toEqual(['Choose size M']);
  });

  it('closes on the browser\'s Back, which leaves the page only afterwards', async () => {
    const page = await open(sure, 'en');
    const address = page.url();
    await answer(page);
    await page.evaluate(() => history.back());
    await expect.poll(() => page.locator('vua-size-dialog').count()).toBe(0);
    expect(page.url()).toBe(address);
    expect(await events(page)).toEqual([{ type: 'vua-size-advised', detail: { product: 'linen-shirt', size: 'M', certainty: 'high' } }]);
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
    expect(await page.locator('[role=status]').textContent()).toMatch(/^(Your size|The best choice): L\. /);
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
