import { render } from 'lit';
import { keepLanguage, openLanguageStorage, readLanguage } from './i18n/language.ts';
import { createBagStorage } from './pages/bag.ts';
import { loadPage } from './pages/load-page.ts';
import type { ShopActions } from './pages/shop-actions.ts';
import { addToBag, chooseColour, chooseSize, removeFromBag, takeAdvice, type ProductPage, type ShopState } from './pages/shop-state.ts';
import { shopView, titleOf } from './pages/shop-view.ts';
import { createCatalogClient } from './products/catalog-client.ts';

const catalog = createCatalogClient();
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
  addToBag: () => show(addToBag(state)),
  removeFromBag: (index) => show(removeFromBag(state, index)),
  retry: () => void open(),
};

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
