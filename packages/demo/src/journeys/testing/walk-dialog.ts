import type { Locator, Page } from 'playwright-core';
import type { Person } from './people.ts';

type Screen = 'ways' | 'details' | 'prepare' | 'photos' | 'scan' | 'working' | 'result' | 'problem' | 'no-chart';

/** The page, or one of several finders on it. */
type Scope = Pick<Page, 'locator'>;

/** A whole scan on a slow machine, its clip seen twice. */
const SCAN_LIMIT_MS = 120_000;

/** The dialog's frame while it shows one of these screens. */
export const screen = (page: Scope, ...names: readonly Screen[]): Locator => page.locator(names.map((name) => `.frame[data-screen=${name}]`).join(', '));

/** Presses "Find my size" and chooses a way. */
export async function beginBy(page: Scope, way: 'camera' | 'photos' | 'answers'): Promise<void> {
  await page.locator('button[part=button]').first().click();
  await page.locator(`[data-way=${way}]`).click();
  await screen(page, 'details').waitFor();
}

/** Fills in the stature and goes on. */
export async function tellStature(page: Scope, stature: string): Promise<void> {
  await page.locator('#stature').fill(stature);
  await page.locator('form button[type=submit]').click();
}

/** From the product page until the camera opens. */
export async function beginScan(page: Scope, { statureCm }: Pick<Person, 'statureCm'>): Promise<void> {
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

/** What the dialog came to. */
export interface Outcome {
  /** One size, the two between which the shopper is, or none. */
  readonly sizes: readonly string[];
  /** Zone, as the page calls it -> whole centimetres. */
  readonly zonesCm: Readonly<Record<string, number>>;
  /** What the shop's own size choice became. */
  readonly chosen: string | undefined;
  /** The sentence of the problem screen. */
  readonly problem: string | undefined;
}

/** Waits until the dialog has come to an end, good or bad. */
export async function outcomeOf(page: Page): Promise<Outcome> {
  await screen(page, 'result', 'problem').waitFor({ timeout: SCAN_LIMIT_MS });
  const [problem] = await screen(page, 'problem').locator('.lead').allTextContents();
  return {
    sizes: await page.locator('vua-size-dialog .size-label').allTextContents(),
    zonesCm: Object.fromEntries(await page.locator('.why li').evaluateAll((items) => items.map((item) => {
      const text = (part: string): string => item.querySelector(part)?.textContent ?? '';
      return [text('.why-zone').replace(text('.tag'), '').trim(), Number(/\d+/.exec(text('.why-you'))?.[0])] as const;
    }))),
    chosen: (await page.locator('input[name=size]:checked').evaluateAll((inputs) => (inputs as HTMLInputElement[]).map(({ value }) => value)))[0],
    problem,
  };
}

/** What the problem screen offers, or what is there instead of it. */
export interface Problem {
  readonly sentence: string | null;
  readonly sizesShown: number;
  readonly offersAnswers: boolean;
}

/** Waits until the dialog says that something is wrong; a result is not waited out. */
export async function problemOf(page: Scope): Promise<Problem> {
  await screen(page, 'problem', 'result').waitFor({ timeout: 30_000 });
  return {
    sentence: await page.locator('.frame .lead').first().textContent(),
    sizesShown: await page.locator('.frame .size-label').count(),
    offersAnswers: await page.locator('[data-offer=manual]').isVisible(),
  };
}

/** A problem as it must be told: named, without a size, with another way. */
export const named = (sentence: string): Problem => ({ sentence, sizesShown: 0, offersAnswers: true });
