import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SizeChart } from '@vua/models/contracts';
import { useFinder } from './testing/finder-walk.ts';
import type { MemoryEngineScript } from './testing/memory-engine.ts';

const row = (label: string, chest: number): SizeChart['rows'][number] => ({ label, body: { chest: { minCm: chest, maxCm: chest + 5 }, waist: { minCm: chest - 18, maxCm: chest - 13 }, hip: { minCm: chest + 6, maxCm: chest + 11 } } });
const chart: SizeChart = { id: 'jacket', garmentType: 'jacket', fit: 'regular', rows: [row('S', 85), row('M', 90), row('L', 95)] };
const script: MemoryEngineScript = { chart, meansCm: { chest: 92.5, waist: 74, hip: 98.5 }, sdCm: 2 };

const openFinder = useFinder();

async function open(given: MemoryEngineScript): Promise<Page> {
  const page = await openFinder(given, 'en');
  await page.locator('vua-size-finder button').first().click();
  return page;
}

async function answer(page: Page): Promise<void> {
  await page.locator('[data-way=answers]').click();
  await page.locator('#stature').fill('165');
  await page.locator('#mass').fill('56');
  await page.locator('button[type=submit]').click();
  await page.locator('.more').waitFor();
}

async function scan(page: Page): Promise<void> {
  await page.locator('[data-way=camera]').click();
  await page.locator('#stature').fill('165');
  await page.locator('button[type=submit]').click();
  await page.locator('.primary').click();
  await page.waitForFunction(() => window.vuaEngine.calls.some((call) => call.startsWith('muted')));
  await page.evaluate(() => window.vuaEngine.emit({ step: 'done', caption: '', progress: 1, body: window.vuaEngine.body('camera'), outlines: window.vuaEngine.outlines }));
  await page.locator('.more').waitFor();
}

const refinements = (page: Page): Promise<string[]> => page.evaluate(() => window.vuaEngine.calls.filter((call) => call.startsWith('refine')));
const gain = (page: Page): Promise<string> => page.locator('.gain').innerText();
const focused = (page: Page): Promise<string | null | undefined> => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.textContent;
});

describe('further questions', () => {
  it('come one at a time, each may be skipped, and each answer counts at once', async () => {
    const page = await open(script);
    await answer(page);
    expect(await page.locator('.chips').count()).toBe(0);
    await page.locator('[data-more=open]').click();
    await expect.poll(() => focused(page)).toBe('Question 1 of 5');
    await page.getByRole('radio', { name: 'Women’s' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('radio', { name: 'M', exact: true }).first().check();
    await expect.poll(() => gain(page)).toMatch(/^Surer now\. (Chest|Waist|Hip): to within 2\.6 cm, before 3\.3 cm\.$/);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect.poll(() => focused(page)).toBe('Question 4 of 5');
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('radio', { name: 'Broad' }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => focused(page)).toContain('Thank you');
    expect(JSON.parse((await refinements(page)).at(-1)?.slice('refine '.length) ?? '')).toEqual({
      cues: { shoulders: 'broad' }, usualSizes: [{ chest: { minCm: 90, maxCm: 98 }, waist: { minCm: 74, maxCm: 82 }, hip: { minCm: 98, maxCm: 106 } }],
    });
  });

  it('take an answer back', async () => {
    const page = await open(script);
    await answer(page);
    await page.locator('[data-more=open]').click();
    await page.locator('[data-more=next]').click();
    await page.locator('.chips').last().getByRole('radio', { name: 'L', exact: true }).check();
    await expect.poll(() => gain(page)).toContain('Surer now');
    await page.locator('.chips').last().getByRole('radio', { name: 'Not sure' }).check();
    await expect.poll(() => gain(page)).toBe('');
  });

  it('ask for the weight after a scan without it, and say what is wrong with it', async () => {
    const page = await open(script);
    await scan(page);
    await page.locator('[data-more=open]').click();
    await page.locator('#more-mass').fill('5');
    await page.keyboard.press('Enter');
    await page.locator('#more-mass-problem').waitFor();
    expect(await refinements(page)).toEqual([]);
    await page.locator('#more-mass').fill('56');
    await page.keyboard.press('Enter');
    await expect.poll(() => gain(page)).toContain('Surer now');
    expect(await refinements(page)).toEqual(['refine {"massKg":56,"cues":{},"usualSizes":[]}']);
  });

  it('that contradict the scan make it less sure, kindly', async () => {
    const page = await open({ ...script, refinedFactor: 1.5 });
    await scan(page);
    await page.locator('[data-more=open]').click();
    await page.locator('#more-mass').fill('120');
    await page.keyboard.press('Enter');
    await expect.poll(() => gain(page)).toMatch(/do not quite agree.*That happens.*Less sure now/s);
    await page.getByRole('button', { name: 'Scan again' }).click();
    expect(await page.evaluate(() => window.vuaEngine.calls.at(-1))).toBe('retake front');
  });

  it('that cannot be used leave the size as it was', async () => {
    const page = await open(script);
    await answer(page);
    await page.evaluate(() => { window.vuaEngine.refineBody = () => Promise.reject(new Error('lost')); });
    await page.locator('[data-more=open]').click();
    await page.getByRole('radio', { name: 'Women’s' }).check();
    await page.locator('[data-more=next]').click();
    await page.getByRole('radio', { name: 'S', exact: true }).first().check();
    await expect.poll(() => gain(page)).toContain('Your size stays as it was');
    expect(await page.locator('.size-label').allTextContents()).toEqual(['M']);
  });
});

it('says plainly that the best size does not fit everywhere', async () => {
  const page = await open({ ...script, meansCm: { chest: 92.5, waist: 74.5, hip: 105 }, sdCm: 1 });
  await answer(page);
  const text = await page.locator('.content').innerText();
  expect(await page.locator('#title').textContent()).toBe('The best choice');
  expect(text).toContain('Size M fits: chest and waist. Size M is snug: about 4 cm at the hip');
  expect(text).toContain('No size is likely to fit you everywhere');
  expect(text).not.toContain('Very sure');
});

describe('keeping the measurements', () => {
  it('happens by one press, and ends by one', async () => {
    const page = await open(script);
    await answer(page);
    expect(await page.evaluate(() => window.vuaEngine.calls.includes('keep true'))).toBe(false);
    await page.locator('[data-keep=keep]').click();
    await expect.poll(() => page.locator('.keep-said').textContent()).toContain('kept on this device');
    await expect.poll(() => focused(page)).toBe('Delete my measurements');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.keep-said').textContent()).toBe('Your measurements are deleted.');
  });

  it('begins the next visit: use them', async () => {
    const page = await open({ ...script, keptDaysAgo: 23 });
    await expect.poll(() => page.locator('#title').textContent()).toBe('Welcome back');
    expect(await page.locator('.content .lead').textContent()).toBe('Measured 3 weeks ago. Size M is your best choice.');
    await page.locator('[data-kept=use]').click();
    await expect.poll(() => page.locator('.size-label').allTextContents()).toEqual(['M']);
    await page.locator('[part=back]').click();
    await page.locator('[data-kept=again]').click();
    await page.locator('[data-way=camera]').waitFor();
  });

  it('deletes them by one press', async () => {
    const page = await open({ ...script, keptDaysAgo: 1 });
    await page.locator('[data-kept=forget]').click();
    await page.getByText('Your measurements are deleted.').waitFor();
    expect(await page.evaluate(() => window.vuaEngine.calls)).toEqual(['forget']);
  });
});

it('measures for a whole list, which learns sizes alone', async () => {
  const page = await openFinder(script, 'en');
  const glance = () => page.locator('vua-size-finder').evaluate((finder: Element, given) => (finder as HTMLElementTagNameMap['vua-size-finder']).glance([given]), chart);
  await page.evaluate(() => {
    document.querySelector('vua-size-finder')?.setAttribute('whole-shop', '');
    document.body.addEventListener('vua-body-changed', ({ detail }) => { document.title = `changed ${String(detail)}`; });
  });
  expect(await glance()).toBeUndefined();
  await page.locator('vua-size-finder button').first().click();
  await answer(page);
  expect(await page.locator('#title').textContent()).toBe('You are measured');
  expect(await page.title()).toBe('changed null');
  await page.locator('[data-finish]').click();
  expect(await glance()).toMatchObject([{ status: 'recommended', size: 'M' }]);
});
