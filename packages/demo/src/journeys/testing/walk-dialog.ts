import type { Locator, Page } from 'playwright-core';
import type { Person } from './people.ts';

type Screen = 'ways' | 'details' | 'prepare' | 'photos' | 'scan' | 'working' | 'result' | 'problem' | 'no-chart';

/** A whole scan on a slow machine, its clip seen twice. */
const SCAN_LIMIT_MS = 120_000;

/** The dialog's frame while it shows one of these screens. */
export const screen = (page: Page, ...names: readonly Screen[]): Locator => page.locator(names.map((name) => `.frame[data-screen=${name}]`).join(', '));

/** Presses "Find my size" and chooses a way. */
export async function beginBy(page: Page, way: 'camera' | 'photos' | 'answers'): Promise<void> {
  await page.locator('vua-size-finder button').first().click();
  await page.locator(`[data-way=${way}]`).click();
  await screen(page, 'details').waitFor();
}

/** Fills in the stature and goes on. */
export async function tellStature(page: Page, stature: string): Promise<void> {
  await page.locator('#stature').fill(stature);
  await page.locator('form button[type=submit]').click();
}

/** From the product page until the camera opens. */
export async function beginScan(page: Page, { statureCm }: Pick<Person, 'statureCm'>): Promise<void> {
  await beginBy(page, 'camera');
  await tellStature(page, String(statureCm));
  await screen(page, 'prepare').locator('button.primary').click();
}

/** From the product page until two photos are being measured. */
export async function measurePhotos(page: Page, { statureCm, photos }: Pick<Person, 'statureCm' | 'photos'>): Promise<void> {
  await beginBy(page, 'photos');
  await tellStature(page, String(statureCm));
  await choosePhotos(page, photos);
}

/** A file by its path, or made up. */
type Photo = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** On the screen of the photos. */
export async function choosePhotos(page: Page, { front, side }: Readonly<Record<'front' | 'side', Photo>>): Promise<void> {
  await page.locator('input[name=front]').setInputFiles(front);
  await page.locator('input[name=side]').setInputFiles(side);
  await screen(page, 'photos').locator('button.primary').click();
}

/** What the result says, or why there is none. */
export interface Outcome {
  /** One size, the two between which the shopper is, or none. */
  readonly sizes: readonly string[];
  /** Whole centimetres of the zones, in the order in which they are shown. */
  readonly zonesCm: readonly number[];
  /** What the page's own size choice became. */
  readonly chosen: string | undefined;
  /** The sentence of the problem screen. */
  readonly problem: string | undefined;
}

/** Waits until the dialog has come to an end, good or bad. */
export async function outcomeOf(page: Page): Promise<Outcome> {
  await screen(page, 'result', 'problem').waitFor({ timeout: SCAN_LIMIT_MS });
  const problem = await screen(page, 'problem').locator('.lead').first().textContent({ timeout: 1000 }).catch(() => undefined);
  const chosen = await page.locator('input[name=size]').evaluateAll((inputs) => (inputs as HTMLInputElement[]).find(({ checked }) => checked)?.value);
  return {
    sizes: await page.locator('.size-label').and(page.locator('vua-size-dialog .size-label')).allTextContents(),
    zonesCm: (await page.locator('.why-you').allTextContents()).map((text) => Number(/\d+/.exec(text)?.[0])),
    chosen, problem: problem ?? undefined,
  };
}
