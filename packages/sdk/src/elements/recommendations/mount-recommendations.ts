import { render } from 'lit/html.js';
import type { EventBody } from '@vua/models/contracts';
import { type DeviceAnswer, askRecommendations } from '../../actions/recommendations/ask-recommendations.ts';
import { isPersonal } from '../../actions/recommendations/read-shopper.ts';
import type { ShopperSource } from '../../actions/recommendations/shopper-source.ts';
import { type Card, nextPriceChangeMs } from './card-of.ts';
import type { RecommendationClickDetail } from './define-recommendations.ts';
import { whenShopper } from './find-shopper.ts';
import { type PageDeps, pageDeps } from './page-deps.ts';
import { type Settings, readSettings } from './read-settings.ts';
import type { RecommendationServices } from './recommendation-services.ts';
import { RECOMMENDATION_STYLES } from './recommendation-styles.ts';
import { RECOMMENDATION_TEXTS } from './recommendation-texts.ts';
import { type ViewActions, recommendationsView } from './recommendations-view.ts';
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
  root.adoptedStyleSheets = [sheet ??= styleSheet()];
  return new RecommendationsRow(host, root, pageDeps(services));
}

/** One for all elements of the page. */
let sheet: CSSStyleSheet | undefined;

// Constructed, not written into the page: a strict policy for styles allows it.
function styleSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(RECOMMENDATION_STYLES);
  return made;
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
    const { id: recommendationId, kind, strategy, modelVersion, items } = this.#answer.answer;
    const position = items.findIndex((item) => item.itemId === itemId);
    this.#track({ type: 'recommendation_click', data: { placement: this.#settings.placement, itemId, position, recommendationId, kind, strategy, ...(modelVersion !== undefined && { modelVersion }) } });
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
    this.#stopWatching = watchCards(this.#cards().filter(({ dataset }) => !this.#told.has(dataset['item'] ?? '')), (itemIds) => this.#tellShown(itemIds));
  }

  #tellShown(itemIds: readonly string[]): void {
    if (this.#answer?.status !== 'answered') return;
    const { id: recommendationId, kind, strategy, modelVersion } = this.#answer.answer;
    for (const itemId of itemIds) this.#told.add(itemId);
    this.#track({ type: 'recommendation_show', data: { placement: this.#settings.placement, itemIds: [...itemIds], recommendationId, kind, strategy, ...(modelVersion !== undefined && { modelVersion }) } });
  }

  #track(detail: EventBody): void {
    this.#host.dispatchEvent(new CustomEvent('vua-activity', { detail, bubbles: true, composed: true }));
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
