import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { personOf } from './testing/people.ts';
import { openProductPage } from './testing/product-page.ts';
import { startShop } from './testing/start-shop.ts';
import { recordRequests } from './testing/request-recorder.ts';
import { findLeaks } from './testing/find-leaks.ts';
import { measurePhotos, outcomeOf } from './testing/walk-dialog.ts';
const shop = await startShop(); const rec = await recordRequests();
const browser = await openBrowser(rec.args, { proxy: rec.proxy });
for (let i=0;i<2;i++) {
const { page, context } = await openProductPage(browser, { url: shop.url, product: 'cotton-tee', language: 'en' });
await measurePhotos(page, personOf('dev-003'));
await outcomeOf(page);
await context.close(); }
console.log(findLeaks(rec.requests, shop.url));
await browser.close(); await shop.close(); await rec.close();
