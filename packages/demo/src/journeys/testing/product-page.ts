import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface ProductPageOptions {
  readonly url: string;
  readonly product: string;
  /** @default 'en' */
  readonly language?: 'vi' | 'en';
  /** @default 390 */
  readonly widthPx?: number;
  /** Called before anything is loaded. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export interface ProductPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that nobody caught and refusals by the security policy. */
  readonly complaints: readonly string[];
}

/** Opens a product page of the shop in a context of its own. */
export async function openProductPage(browser: Browser, options: ProductPageOptions): Promise<ProductPage> {
  const { url, product, language = 'en', widthPx = 390, prepare } = options;
  const context = await browser.newContext({ viewport: { width: widthPx, height: 844 }, reducedMotion: 'reduce' });
  await measureAsRendered(context, url);
  await prepare?.(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => void (/Security Policy|TrustedScript/i.test(message.text()) && complaints.push(message.text())));
  await page.goto(`${url}/products/${product}?lang=${language}`);
  await page.locator('vua-size-finder button').waitFor();
  return { page, context, complaints };
}

/** The people of the tests are rendered bodies, whose girths follow otherwise from their outline: the one thing that differs from the page as it is. */
async function measureAsRendered(context: BrowserContext, url: string): Promise<void> {
  await context.route((address) => address.origin === url && address.pathname.startsWith('/products/'), async (route) => {
    const response = await fetch(route.request().url());
    const html = await response.text();
    await route.fulfill({
      status: response.status, headers: Object.fromEntries(response.headers),
      body: html.replace('data-site-key="site_demoshop"', 'data-site-key="site_demoshop" data-calibration="synthetic"'),
    });
  });
}
