import { render } from 'lit';
import { forgetKey, keepKey, keyOfFragment, keyOfText, readKey } from './console/access-key.ts';
import type { ConsoleActions, ConsolePage, ConsoleState, LivePage, SignInProblem } from './console/console-state.ts';
import { createConsoleApi } from './console/feed/console-api.ts';
import { type ShopFollower, followShop, openLivePage } from './console/follow-shop.ts';
import { CONSOLE_TEXTS } from './console/texts/console-texts.ts';
import { consoleView } from './console/views/console-view.ts';
import { keepLanguage, openLanguageStorage, readLanguage } from './i18n/language.ts';
import { openSessionStorage } from './pages/open-session-storage.ts';
import { createCatalogClient } from './products/catalog-client.ts';

const languageStorage = openLanguageStorage();
const keyStorage = openSessionStorage();
const root = document.querySelector<HTMLElement>('#console') ?? document.body;

let state: ConsoleState = { language: readLanguage(location.search, languageStorage), page: { name: 'sign-in' }, nowMs: Date.now(), itemNames: new Map() };
let follower: ShopFollower | undefined;
/** Whether the key has opened something since it was given. */
let hasWorked = false;

const actions: ConsoleActions = {
  setLanguage: (language) => {
    keepLanguage(language, languageStorage);
    show({ ...state, language });
  },
  signIn: (text) => {
    const key = keyOfText(text);
    if (key === undefined) leave('not-a-key');
    else enter(key);
  },
  signOut: () => leave(),
  chooseCurve: (curveAt) => change({ curveAt }),
  retryPanels: () => follower?.refresh(),
};

function enter(key: string): void {
  follower?.stop();
  keepKey(key, keyStorage);
  hasWorked = false;
  showPage(openLivePage(Date.now()));
  follower = followShop({ api: createConsoleApi(key), now: () => Date.now(), onChange: take });
  document.querySelector<HTMLElement>('#content')?.focus();
}

function take(update: Partial<LivePage>): void {
  const { connection } = update;
  if (connection?.status === 'live' || connection?.status === 'polling') hasWorked = true;
  if (connection?.status !== 'refused') return change(update);
  leave(connection.reason === 'forbidden' ? 'may-not-read' : hasWorked ? 'expired' : 'wrong-key');
}

function leave(problem?: SignInProblem): void {
  follower?.stop();
  follower = undefined;
  forgetKey(keyStorage);
  showPage({ name: 'sign-in', ...(problem && { problem }) });
  document.querySelector<HTMLElement>('#key')?.focus();
}

function change(update: Partial<LivePage>): void {
  if (state.page.name === 'live') showPage({ ...state.page, ...update });
}

const showPage = (page: ConsolePage): void => show({ ...state, page });

function show(next: ConsoleState): void {
  state = { ...next, nowMs: Date.now() };
  document.documentElement.lang = state.language;
  document.title = `${CONSOLE_TEXTS[state.language].title} · Vừa`;
  render(consoleView(state, actions), root);
}

/** The key of a link is taken out of the address: it must not stay in the history. */
function open(): void {
  const linked = keyOfFragment(location.hash);
  if (linked !== undefined) history.replaceState(null, '', `${location.pathname}${location.search}`);
  const key = linked ?? readKey(keyStorage);
  if (key === undefined) show(state);
  else enter(key);
}

// Names are shown where the catalog has them; else an item's id does.
async function readNames(): Promise<void> {
  const found = await createCatalogClient().listProducts();
  if (found.status === 'found') show({ ...state, itemNames: new Map(found.value.products.map(({ id, name }) => [id, name])) });
}

addEventListener('hashchange', () => { if (keyOfFragment(location.hash) !== undefined) open(); });
keepLanguage(state.language, languageStorage);
open();
void readNames();
