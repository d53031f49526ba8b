import { render } from 'lit';
import { forgetKey, fragmentWithoutKey, keepKey, keyOfFragment, keyOfText, readKey } from './console/access-key.ts';
import type { ConsoleActions, ConsolePage, ConsoleState, LivePage, SignInProblem } from './console/console-state.ts';
import { createConsoleApi } from './console/feed/console-api.ts';
import { type ShopFollower, followShop, openLivePage } from './console/follow-shop.ts';
import { fragmentOf, type Place, placeOfFragment } from './console/place.ts';
import { CONSOLE_TEXTS, TREND_TEXTS } from './console/texts/console-texts.ts';
import { type TrendsFollower, followTrends } from './console/trends/follow-trends.ts';
import { createTrendsApi, type TrendsApi } from './console/trends/trends-api.ts';
import type { TrendsState } from './console/trends/trends-state.ts';
import { consoleView } from './console/views/console-view.ts';
import { keepLanguage, openLanguageStorage, readLanguage } from './i18n/language.ts';
import { openSessionStorage } from './pages/open-session-storage.ts';
import { createCatalogClient } from './products/catalog-client.ts';

const languageStorage = openLanguageStorage();
const keyStorage = openSessionStorage();
const root = document.querySelector<HTMLElement>('#console') ?? document.body;

let state: ConsoleState = { language: readLanguage(location.search, languageStorage), page: { name: 'sign-in' }, nowMs: Date.now(), origin: location.origin, itemNames: new Map() };
let follower: ShopFollower | undefined;
let trendsApi: TrendsApi | undefined;
/** Started with the first look at trends. */
let trendsFollower: TrendsFollower | undefined;
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
  listClass: (listed) => changeTrends({ listed }),
  chooseTag: (tag) => { location.hash = fragmentOf({ name: 'trends', tag }); },
  lookAhead: (horizonWeeks) => trendsFollower?.lookAhead(horizonWeeks),
  pointWeek: (week) => {
    if (state.page.name === 'live' && state.page.trends.chosen !== undefined) changeTrends({ chosen: { ...state.page.trends.chosen, week } });
  },
  retryTrends: () => trendsFollower?.refresh(),
};

function enter(key: string): void {
  stopFollowing();
  keepKey(key, keyStorage);
  hasWorked = false;
  const place = placeOfFragment(location.hash) ?? { name: 'events' };
  showPage(openLivePage(Date.now(), place));
  follower = followShop({ api: createConsoleApi(key), now: () => Date.now(), onChange: take });
  trendsApi = createTrendsApi(key);
  if (place.name === 'trends') openTrends(place.tag);
  document.querySelector<HTMLElement>('#content')?.focus();
}

function take(update: Partial<LivePage>): void {
  const { connection } = update;
  if (connection?.status === 'live' || connection?.status === 'polling') hasWorked = true;
  if (connection?.status !== 'refused') return change(update);
  leave(connection.reason === 'forbidden' ? 'may-not-read' : hasWorked ? 'expired' : 'wrong-key');
}

function leave(problem?: SignInProblem): void {
  stopFollowing();
  forgetKey(keyStorage);
  showPage({ name: 'sign-in', ...(problem && { problem }) });
  document.querySelector<HTMLElement>('#key')?.focus();
}

function stopFollowing(): void {
  follower?.stop();
  trendsFollower?.stop();
  [follower, trendsApi, trendsFollower] = [undefined, undefined, undefined];
}

function openTrends(tag: string | undefined): void {
  if (trendsApi === undefined) return;
  trendsFollower ??= followTrends({ api: trendsApi, onChange: changeTrends });
  trendsFollower.choose(tag);
}

/** Another page of the console, or another tag. */
function go(place: Place): void {
  if (state.page.name !== 'live') return;
  const before = state.page.place;
  change({ place });
  if (place.name === 'trends') openTrends(place.tag);
  if (before.name !== place.name) document.querySelector<HTMLElement>('#content')?.focus();
  else showTag();
}

/** On a phone, a chart lies below the list that it was chosen from. */
function showTag(): void {
  const title = document.querySelector('#tag-title');
  const top = title?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > innerHeight / 2) title?.scrollIntoView();
}

function changeTrends(update: Partial<TrendsState>): void {
  if (state.page.name === 'live') change({ trends: { ...state.page.trends, ...update } });
}

function change(update: Partial<LivePage>): void {
  if (state.page.name === 'live') showPage({ ...state.page, ...update });
}

const showPage = (page: ConsolePage): void => show({ ...state, page });

function show(next: ConsoleState): void {
  state = { ...next, nowMs: Date.now() };
  document.documentElement.lang = state.language;
  document.title = `${titleOf(state)} · Vừa`;
  render(consoleView(state, actions), root);
}

const titleOf = ({ language, page }: ConsoleState): string => (page.name === 'live' && page.place.name === 'trends' ? TREND_TEXTS : CONSOLE_TEXTS)[language].title;

/** The key of a link is taken out of the address: it must not stay in the history. The place that it names stays. */
function open(): void {
  const linked = keyOfFragment(location.hash);
  if (linked !== undefined) history.replaceState(null, '', `${location.pathname}${location.search}${fragmentWithoutKey(location.hash)}`);
  const key = linked ?? readKey(keyStorage);
  if (key === undefined) show(state);
  else enter(key);
}

// Names are shown where the catalog has them; else an item's id does.
async function readNames(): Promise<void> {
  const found = await createCatalogClient().listProducts();
  if (found.status === 'found') show({ ...state, itemNames: new Map(found.value.products.map(({ id, name }) => [id, name])) });
}

addEventListener('hashchange', () => {
  if (keyOfFragment(location.hash) !== undefined) return open();
  const place = placeOfFragment(location.hash);
  if (place !== undefined) go(place);
});
keepLanguage(state.language, languageStorage);
open();
void readNames();
