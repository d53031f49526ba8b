import type { SizeFinder } from '@vua/sdk';
import { render } from 'lit';
import { keepLanguage, openLanguageStorage, readLanguage } from './i18n/language.ts';
import { createBagStorage } from './pages/bag.ts';
import { listFit } from './pages/list-fit.ts';
import { loadPage } from './pages/load-page.ts';
import type { ShopActions } from './pages/shop-actions.ts';
import { addToBag, chooseColour, chooseSize, removeFromBag, takeAdvice, type ProductPage, type ShopState } from './pages/shop-state.ts';
import { shopView, titleOf } from './pages/shop-view.ts';
import { createCatalogClient } from './products/catalog-client.ts';
import { createSizeGlances } from './products/size-glances.ts';

const catalog = createCatalogClient();
const glanceSizes = createSizeGlances(catalog);
const languageStorage = openLanguageStorage();
const bagStorage = createBagStorage(openBagStorage());
const root = document.querySelector<HTMLElement>('#shop') ?? document.body;

let state: ShopState = { language: readLanguage(location.search, languageStorage), page: { name: 'loading' }, bag: bagStorage.read() };

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
  addToBag: () => show(addToBag(state)),
  removeFromBag: (index) => show(removeFromBag(state, index)),
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

function show(next: ShopState): void {
  if (next.bag !== state.bag) bagStorage.write(next.bag);
  state = next;
  document.documentElement.lang = state.language;
  document.title = titleOf(state);
  render(shopView(state, actions), root);
}

async function open(): Promise<void> {
  show({ ...state, page: { name: 'loading' } });
  show({ ...state, page: await loadPage(location.pathname, catalog) });
  // What an earlier visit kept names the sizes at once.
  if (state.page.name === 'list') void readFit(false);
}

function openBagStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

// Also what the address asked for: the next page's address will not say it again.
keepLanguage(state.language, languageStorage);
void open();
