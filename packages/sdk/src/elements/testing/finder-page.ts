import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { bundle } from './bundle.ts';
import type { MemoryEngineScript } from './memory-engine.ts';

/** Nothing is allowed but our own scripts by nonce and our two Trusted Types policies. */
const STRICT_CSP = [
  "default-src 'none'", "script-src 'nonce-vua'", "style-src 'none'", "connect-src 'self'", "base-uri 'none'",
  "require-trusted-types-for 'script'", 'trusted-types vua lit-html',
].join('; ');

export interface FinderSite {
  /** Opens a page with a `<vua-size-finder>`; what breaks the policy or throws is collected in `problems`. */
  open(browser: Browser, options: FinderPageOptions): Promise<FinderPage>;
  close(): Promise<void>;
}

interface FinderPageOptions {
  readonly lang: 'vi' | 'en';
  readonly script: MemoryEngineScript;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly theme?: 'dark';
  /** Style sheet of the shop's page; needs a policy that allows it. */
  readonly isStyled?: boolean;
}

export interface FinderPage {
  readonly page: Page;
  readonly problems: string[];
}

/** Serves the fixture page on a free port of this machine. */
export async function serveFinder(): Promise<FinderSite> {
  const files = new Map((await bundle(fileURLToPath(new URL('finder-fixture.ts', import.meta.url)))).map(({ name, text }) => [`/${name}`, text]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'page://finder');
    const script = files.get(url.pathname);
    response.setHeader('content-type', script === undefined ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8');
    if (script !== undefined) return response.end(script);
    if (!url.searchParams.has('styled')) response.setHeader('content-security-policy', STRICT_CSP);
    response.end(pageHtml(url.searchParams));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    open: (browser, options) => openPage(browser, `http://127.0.0.1:${port}/`, options),
    close: () => new Promise((resolve) => { server.close(() => resolve()); }),
  };
}

function pageHtml(query: URLSearchParams): string {
  const style = query.has('styled') ? `<style>body { margin: 32px; font-family: "Noto Sans", "DejaVu Sans", sans-serif; ${query.has('dark') ? 'background: #191715; color: #f4efe8' : ''} }</style>` : '';
  return `<!doctype html><html lang="${query.get('lang')}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Shop</title>${style}</head>
    <body><main><h1>Shop</h1><vua-size-finder product="linen-shirt"${query.has('dark') ? ' theme="dark"' : ''}></vua-size-finder></main><script type="module" nonce="vua" src="/finder-fixture.js"></script></body></html>`;
}

async function openPage(browser: Browser, origin: string, { lang, script, widthPx = 390, heightPx = 844, theme, isStyled }: FinderPageOptions): Promise<FinderPage> {
  const page = await browser.newPage({ viewport: { width: widthPx, height: heightPx } });
  const problems: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.addInitScript((given) => { window.vuaScript = given; }, script);
  await page.goto(`${origin}?lang=${lang}${isStyled ? '&styled' : ''}${theme ? '&dark' : ''}`);
  await page.waitForFunction(() => customElements.get('vua-size-finder') !== undefined);
  return { page, problems };
}
