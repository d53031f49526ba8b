import { render } from 'lit/html.js';
import { type DeviceAnswer, askRecommendations } from '../../actions/recommendations/ask-recommendations.ts';
import { isPersonal } from '../../actions/recommendations/read-shopper.ts';
import type { ShopperSource } from '../../actions/recommendations/shopper-source.ts';
import { clickEvent, showEvent, tellPage } from './answer-events.ts';
import { type Card, nextPriceChangeMs } from './card-of.ts';
import type { RecommendationClickDetail } from './define-recommendations.ts';
import { whenShopper } from './find-shopper.ts';
import { type PageDeps, pageDeps } from './page-deps.ts';
import { type Settings, readSettings } from './read-settings.ts';
import type { RecommendationServices } from './recommendation-services.ts';
import { RECOMMENDATION_STYLES } from './recommendation-styles.ts';
import { RECOMMENDATION_TEXTS } from './recommendation-texts.ts';
import { type ViewActions, recommendationsView } from './recommendations-view.ts';
import { sharedSheet } from './shared-sheet.ts';
import { stateOf } from './state-of.ts';
import { watchCards } from './watch-cards.ts';

/** The life of one element in a page. */
export interface RecommendationsPart {
  /** The attributes changed. */
  ask(): void;
  /** Safe to call twice. */
  close(): void;
}

export function mountRecommendations(host: HTMLElement, services: RecommendationServices): RecommendationsPart {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sharedSheet(RECOMMENDATION_STYLES)];
  return new RecommendationsRow(host, root, pageDeps(services));
}

/** Longer waits are no waits to a browser. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

class RecommendationsRow implements RecommendationsPart {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #deps: PageDeps;
  readonly #closing = new AbortController();
  #settings: Settings;
  #answer: DeviceAnswer | undefined;
  /** Hidden since the answer came, oldest first. */
  #hidden: readonly string[] = [];
  /** Shown of this answer, and told. */
  #told = new Set<string>();
  #round = 0;
  /** Whether the answer that is shown, or under way, may be personal; undefined until the first one has looked. */
  #isPersonal: boolean | undefined;
  #stopWatching = (): void => undefined;
  #stopHearing = (): void => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, root: ShadowRoot, deps: PageDeps) {
    [this.#host, this.#root, this.#deps] = [host, root, deps];
    this.#settings = readSettings(host);
    const { signal } = this.#closing;
    document.addEventListener('vua-body-changed', () => void this.#askAnew(), { signal });
    void whenShopper().then((source) => this.#followConsent(source));
    this.#show();
    void this.#askAnew();
  }

  ask(): void {
    const before = this.#settings;
    this.#settings = readSettings(this.#host);
    const isSame = ({ placement, question }: Settings): string => JSON.stringify([placement, question]);
    if (isSame(before) === isSame(this.#settings)) this.#show();
    else queueMicrotask(() => void this.#askAnew());
  }

  close(): void {
    this.#round += 1;
    this.#closing.abort();
    this.#stopWatching();
    this.#stopHearing();
    clearTimeout(this.#timer);
  }

  async #askAnew(): Promise<void> {
    const round = this.#round += 1;
    this.#isPersonal = isPersonal(await this.#deps.shopper());
    const answer = await askRecommendations(this.#settings.question, this.#deps);
    if (round !== this.#round) return;
    [this.#answer, this.#hidden, this.#told] = [answer, [], new Set()];
    this.#show();
  }

  /** Asks again where the shopper agrees or takes it back, and where a tracker came late. */
  #followConsent(source: ShopperSource | undefined): void {
    if (source === undefined || this.#closing.signal.aborted) return;
    const compare = (): void => { if (this.#isPersonal !== undefined && isPersonal(source) !== this.#isPersonal) void this.#askAnew(); };
    this.#stopHearing = source.consent.onChange(compare);
    compare();
  }

  #show(): void {
    const now = this.#deps.world.now();
    const state = stateOf(this.#answer, this.#settings, this.#hidden, now);
    const texts = RECOMMENDATION_TEXTS[this.#settings.locale];
    render(recommendationsView(state, texts, this.#actions), this.#root);
    this.#watch();
    this.#waitForPrices(now);
  }

  readonly #actions: ViewActions = {
    press: (event, card) => this.#press(event, card),
    dismiss: (card) => this.#dismiss(card),
    undo: () => {
      const last = this.#hidden.at(-1);
      if (last !== undefined) this.#deps.dismissed.restore([last]);
      this.#hidden = this.#hidden.slice(0, -1);
      this.#show();
      this.#focus(last);
    },
    restore: () => {
      this.#deps.dismissed.restore();
      void this.#askAnew().then(() => this.#focus(undefined));
    },
  };

  #press(event: Event, { itemId }: Card): void {
    if (this.#answer?.status !== 'answered') return;
    const { answer } = this.#answer;
    const { id: recommendationId, kind, strategy } = answer;
    const position = answer.items.findIndex((item) => item.itemId === itemId);
    tellPage(this.#host, clickEvent(this.#settings.placement, itemId, position, answer));
    const detail: RecommendationClickDetail = { itemId, position, recommendationId, kind, strategy };
    const isOurs = this.#host.dispatchEvent(new CustomEvent('vua-recommendation-click', { detail, bubbles: true, composed: true, cancelable: true }));
    if (!isOurs) event.preventDefault();
  }

  /** The keyboard goes on with the card that takes its place. */
  #dismiss({ itemId }: Card): void {
    const cards = this.#cards();
    const at = cards.findIndex(({ dataset }) => dataset['item'] === itemId);
    const next = (cards[at + 1] ?? cards[at - 1])?.dataset['item'];
    this.#deps.dismissed.add(itemId);
    this.#hidden = [...this.#hidden, itemId];
    this.#show();
    this.#focus(next);
  }

  #watch(): void {
    this.#stopWatching();
    this.#stopWatching = watchCards(this.#cards().map((card) => [card, card.dataset['item'] ?? ''] as const).filter(([, itemId]) => !this.#told.has(itemId)), (itemIds) => this.#tellShown(itemIds));
  }

  #tellShown(itemIds: readonly string[]): void {
    if (this.#answer?.status !== 'answered') return;
    for (const itemId of itemIds) this.#told.add(itemId);
    tellPage(this.#host, showEvent(this.#settings.placement, itemIds, this.#answer.answer));
  }

  /** A sale that starts or ends changes what is shown, not what was chosen. */
  #waitForPrices(nowMs: number): void {
    clearTimeout(this.#timer);
    if (this.#answer?.status !== 'answered') return;
    const { answer, shop } = this.#answer;
    const waitMs = nextPriceChangeMs(answer.items.map(({ itemId }) => itemId), shop, nowMs) - nowMs;
    if (waitMs <= LONGEST_TIMER_MS) this.#timer = setTimeout(() => this.#show(), waitMs);
  }

  #cards(): readonly HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-item]')];
  }

  #focus(itemId: string | undefined): void {
    const card = this.#cards().find(({ dataset }) => dataset['item'] === itemId);
    (card?.querySelector('a') ?? this.#root.querySelector<HTMLElement>('#heading'))?.focus();
  }
}
