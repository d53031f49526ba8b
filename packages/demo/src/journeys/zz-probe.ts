import { adviseSize } from '@vua/models/size';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { cameraOf, personOf, trueSizes } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { startShop, CATALOG } from './testing/start-shop.ts';
import { beginScan, outcomeOf } from './testing/walk-dialog.ts';
const [id='dev-003', n='1'] = process.argv.slice(2) as any;
const shop = await startShop();
const browser = await openBrowser(cameraOf(id));
for (let i=0;i<Number(n);i++) {
const { page, context } = await openProductPage(browser, { url: shop.url, product: 'cotton-tee', language: 'en' });
const p = personOf(id);
await beginScan(page, p);
const o = await outcomeOf(page);
const body = await page.evaluate(() => { const d: any = document.querySelector('vua-size-finder')!.shadowRoot!.querySelector('vua-size-dialog'); return d.state.measured?.body; });
console.log(id, o.sizes, o.problem, ['chest','waist','waistNavel','hip','inseam'].map((k)=>`${k} ${body?.measurements[k].meanCm.toFixed(1)} (${(p.trueCm as any)[k]})`).join(', '));
if (body) for (const c of CATALOG.sizeCharts) { const a: any = adviseSize({ body, chart: c }); console.log('  ', c.id, a.status, a.size ?? `${a.smaller}/${a.larger}`, a.reason ?? '', 'true', trueSizes(p, c.id).join()); }
await context.close(); }
await browser.close(); await shop.close();
