import type { SizeFinder } from '@vua/sdk';
import { render } from 'lit';
import { keepLanguage, openLanguageStorage, readLanguage } from './i18n/language.ts';
import { createBagStorage } from './pages/bag.ts';
import { listFit } from './pages/list-fit.ts';
import { loadPage } from './pages/load-page.ts';
import { openSessionStorage } from './pages/open-session-storage.ts';
import type { ShopActions } from './pages/shop-actions.ts';
import { addToBag, chooseColour, chooseSize, placeOrder, removeFromBag, takeAdvice, type ProductPage, type ShopState } from './pages/shop-state.ts';
import { shopView, titleOf } from './pages/shop-view.ts';
import { createCatalogClient } from './products/catalog-client.ts';
import { createSizeGlances } from './products/size-glances.ts';
import { CONSENT_TEXT_VERSION, readShopConsent } from './tracking/shop-consent.ts';
import { bagEvent, type ShopEvent, viewOf } from './pages/shop-events.ts';
import { createShopTracker } from './tracking/shop-tracker.ts';

const catalog = createCatalogClient();
const glanceSizes = createSizeGlances(catalog);
const languageStorage = openLanguageStorage();
const bagStorage = createBagStorage(openSessionStorage());
const tracker = createShopTracker();
const root = document.querySelector<HTMLElement>('#shop') ?? document.body;

let state: ShopState = { language: readLanguage(location.search, languageStorage), page: { name: 'loading' }, bag: bagStorage.read(), looks: new Map() };

const actions: ShopActions = {
  setLanguage: (language) => {
    keepLanguage(language, languageStorage);
    show({ ...state, language });
  },
  chooseColour: (colourId) => changeProduct((page) => chooseColour(page, colourId)),
  chooseSize: (size) => changeProduct((page) => chooseSize(page, size)),
  takeAdvice: (size) => changeProduct((page) => takeAdvice(page, size)),
  filterByFit: (isOn) => void filterByFit(isOn),
  takeBodyChange: () => void readFit(wantsFilter),
  addToBag: () => changeBag(addToBag(state)),
  removeFromBag: (index) => changeBag(removeFromBag(state, index)),
  placeOrder: () => changeBag(placeOrder(state, crypto.randomUUID())),
  openSizeChart: (itemId) => tracker.track('size_chart_click', { itemId }),
  decide: (decision) => {
    tracker.consent()?.set(decision, CONSENT_TEXT_VERSION);
    readConsent();
  },
  retry: () => void open(),
};

/** The switch was pressed, also while nobody was measured yet. */
let wantsFilter = false;

async function filterByFit(isOn: boolean): Promise<void> {
  wantsFilter = isOn;
  await readFit(isOn);
  if (isOn && state.page.name === 'list' && state.page.fit === undefined) await listFinder()?.open();
}

/** What fits is worked out on this device, and forgotten with this page. */
async function readFit(isFiltering: boolean): Promise<void> {
  await customElements.whenDefined('vua-size-finder');
  const finder = listFinder();
  if (state.page.name !== 'list' || !finder) return;
  const { products } = state.page;
  const glances = await glanceSizes(finder, products).catch(() => undefined);
  if (state.page.name === 'list') show({ ...state, page: { ...state.page, fit: glances && listFit(products, glances, isFiltering) } });
}

const listFinder = (): SizeFinder | null => document.querySelector<SizeFinder>('vua-size-finder[whole-shop]');

function changeProduct(change: (page: ProductPage) => ProductPage): void {
  if (state.page.name === 'product') show({ ...state, page: change(state.page) });
}

function changeBag(next: ShopState): void {
  tell(bagEvent(state, next));
  show(next);
}

function tell(event: ShopEvent | undefined): void {
  if (event !== undefined) tracker.track(event.type, event.data);
}

function readConsent(): void {
  const consent = tracker.consent();
  if (consent !== undefined) show({ ...state, consent: readShopConsent(consent, navigator) });
}

function show(next: ShopState): void {
  if (next.bag !== state.bag) bagStorage.write(next.bag);
  state = next;
  document.documentElement.lang = state.language;
  document.title = titleOf(state);
  render(shopView(state, actions), root);
}

/** For the pictures of products that the page itself is not about. */
async function loadLooks(): Promise<void> {
  const list = await catalog.listProducts();
  if (list.status === 'found') show({ ...state, looks: new Map(list.value.products.map(({ id, colours }) => [id, colours[0]?.hex ?? '#b9bfc9'])) });
}

async function open(): Promise<void> {
  show({ ...state, page: { name: 'loading' } });
  show({ ...state, page: await loadPage(location.pathname, catalog) });
  tell(viewOf(state.page));
  void loadLooks();
  // What an earlier visit kept names the sizes at once.
  if (state.page.name === 'list') void readFit(false);
}

// Also what the address asked for: the next page's address will not say it again.
keepLanguage(state.language, languageStorage);
tracker.onReady((consent) => {
  // Also what another page of the shop is told.
  consent.onChange(readConsent);
  readConsent();
});
void open();
