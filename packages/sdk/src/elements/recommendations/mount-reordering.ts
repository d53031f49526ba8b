import type { RecommendationStrategy, Recommendations } from '@vua/models/contracts';
import { type LiveShop, askRecommendations } from '../../actions/recommendations/ask-recommendations.ts';
import { isPersonal } from '../../actions/recommendations/read-shopper.ts';
import type { ShopperSource } from '../../actions/recommendations/shopper-source.ts';
import { clickEvent, showEvent, tellPage } from './answer-events.ts';
import { arrangeChildren } from './arrange-children.ts';
import { fill, reasonOf } from './card-of.ts';
import { whenShopper } from './find-shopper.ts';
import type { RecommendationsPart } from './mount-recommendations.ts';
import { type PageDeps, pageDeps } from './page-deps.ts';
import { type ReachedPieces, watchReached } from './reached-pieces.ts';
import { readSettings } from './read-settings.ts';
import type { RecommendationServices } from './recommendation-services.ts';
import { RECOMMENDATION_TEXTS } from './recommendation-texts.ts';
import { REORDERING_STYLES, createReorderingLine } from './reordering-line.ts';
import { REORDERING_TEXTS } from './reordering-texts.ts';
import { sharedSheet } from './shared-sheet.ts';
import { type Piece, mainReason, readPieces, sortPieces } from './sort-pieces.ts';
import { watchCards } from './watch-cards.ts';

/** Sorts the page's own list, which `for` names, for a shopper who agreed; once, and only what was not before the shopper yet. */
export function mountReordering(host: HTMLElement, services: RecommendationServices): RecommendationsPart {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sharedSheet(REORDERING_STYLES)];
  return new SortedList(host, root, pageDeps(services));
}

/** Strategies that follow the shopper; else the order is the merchant's. */
const PERSONAL: ReadonlySet<RecommendationStrategy> = new Set(['rerank-by-model', 'rerank-by-history']);

/** A list, and what is known of it. */
interface Watched {
  readonly list: Element;
  readonly pieces: readonly Piece[];
  readonly reached: ReachedPieces;
}

interface Sorted {
  readonly list: Element;
  readonly answer: Recommendations;
  readonly shop: LiveShop;
  /** What keeps its place. */
  readonly kept: readonly Piece[];
  /** What follows, as the shop has it and as it is sorted. */
  readonly shopOrder: readonly Piece[];
  readonly order: readonly Piece[];
  /** Which of the two stands in the page. */
  readonly shows: 'shop-order' | 'order';
}

class SortedList implements RecommendationsPart {
  readonly #host: HTMLElement;
  readonly #deps: PageDeps;
  readonly #closing = new AbortController();
  readonly #line: ReturnType<typeof createReorderingLine>;
  #watched: Watched | undefined;
  #sorted: Sorted | undefined;
  #isAsked = false;
  /** Shown in this order, and told. */
  readonly #told = new Set<string>();
  #stopHearing = (): void => undefined;
  #stopWatching = (): void => undefined;

  constructor(host: HTMLElement, root: ShadowRoot, deps: PageDeps) {
    [this.#host, this.#deps] = [host, deps];
    this.#line = createReorderingLine(root, () => this.#turn());
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#start(), { signal: this.#closing.signal });
    else this.#start();
  }

  /** The language may be another; a list is sorted once. */
  ask(): void {
    this.#show();
  }

  /** The list is the shop's again: nobody would hear of consent that is taken back, and the next one takes the order that it finds for the shop's. */
  close(): void {
    this.#closing.abort();
    this.#forget();
    this.#line.remove();
    this.#watched?.reached.stop();
    this.#stopHearing();
    this.#stopWatching();
  }

  #start(): void {
    const id = (this.#host.getAttribute('for') ?? '').replace(/^#/, '');
    const list = document.getElementById(id);
    if (list === null) {
      // oxlint-disable-next-line no-console -- the merchant set it up, and has no other place to hear of it
      console.error(`<vua-recommendations for="${id}">: the page has no element with this id.`);
      return;
    }
    const pieces = readPieces(list, readSettings(this.#host).question.itemIds);
    this.#watched = { list, pieces, reached: watchReached(list, pieces.map(({ element }) => element)) };
    void whenShopper().then((source) => source && this.#follow(source));
  }

  /** Nothing is asked before the shopper agreed, and nothing stays sorted once that is taken back. */
  #follow(source: ShopperSource): void {
    if (this.#closing.signal.aborted) return;
    const look = (): void => {
      if (!isPersonal(source)) this.#forget();
      else if (!this.#isAsked && this.#watched !== undefined) void this.#sort(this.#watched, source);
    };
    this.#stopHearing = source.consent.onChange(look);
    look();
  }

  async #sort({ list, pieces, reached }: Watched, source: ShopperSource): Promise<void> {
    this.#isAsked = true;
    const { question } = readSettings(this.#host);
    const itemIds = [...new Set(pieces.map(({ itemId }) => itemId))];
    const found = itemIds.length < 2 ? undefined : await askRecommendations({ ...question, itemIds, limit: itemIds.length }, this.#deps);
    const count = reached.count();
    reached.stop();
    if (this.#closing.signal.aborted || found?.status !== 'answered' || !PERSONAL.has(found.answer.strategy) || !isPersonal(source)) return;
    const shopOrder = pieces.slice(count);
    const order = sortPieces(shopOrder, found.answer);
    if (order.every((piece, place) => piece === shopOrder[place])) return;
    this.#sorted = { list, answer: found.answer, shop: found.shop, kept: pieces.slice(0, count), shopOrder, order, shows: 'shop-order' };
    list.addEventListener('click', (event) => this.#press(event), { capture: true, signal: this.#closing.signal });
    this.#arrange('order');
  }

  #turn(): void {
    this.#arrange(this.#sorted?.shows === 'order' ? 'shop-order' : 'order');
  }

  /** What the shopper pressed stays under the finger. */
  #arrange(shows: Sorted['shows']): void {
    if (this.#sorted === undefined) return;
    this.#sorted = { ...this.#sorted, shows };
    const { list, answer, [shows === 'order' ? 'order' : 'shopOrder']: pieces } = this.#sorted;
    const { top } = this.#host.getBoundingClientRect();
    arrangeChildren(list, pieces.map(({ element }) => element));
    this.#show();
    const moved = this.#host.getBoundingClientRect().top - top;
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
    this.#watch(shows === 'order' ? sortedBy(answer, pieces) : []);
  }

  /** Tells each once. */
  #watch(pieces: readonly Piece[]): void {
    this.#stopWatching();
    const { placement } = readSettings(this.#host);
    const cards = pieces.filter(({ itemId }) => !this.#told.has(itemId)).map(({ element, itemId }) => [element, itemId] as const);
    this.#stopWatching = watchCards(cards, (itemIds) => {
      if (this.#sorted === undefined) return;
      for (const itemId of itemIds) this.#told.add(itemId);
      tellPage(this.#host, showEvent(placement, itemIds, this.#sorted.answer));
    });
  }

  #show(): void {
    if (this.#sorted === undefined) return this.#line.hide();
    const { locale } = readSettings(this.#host);
    const texts = REORDERING_TEXTS[locale];
    if (this.#sorted.shows === 'shop-order') this.#line.show(texts.inShopOrder, texts.sortAgain);
    else this.#line.show(lineOf(this.#sorted, locale), texts.showShopOrder);
  }

  #forget(): void {
    if (this.#sorted === undefined) return;
    this.#arrange('shop-order');
    this.#sorted = undefined;
    this.#show();
  }

  /** A link of a piece that was sorted; where it leads is the shop's affair. */
  #press({ target }: Event): void {
    if (this.#sorted?.shows !== 'order' || !(target instanceof Element) || target.closest('a[href]') === null) return;
    const { answer, kept, order } = this.#sorted;
    const pressed = sortedBy(answer, order).find(({ element }) => element.contains(target));
    if (pressed === undefined) return;
    tellPage(this.#host, clickEvent(readSettings(this.#host).placement, pressed.itemId, kept.length + order.indexOf(pressed), answer));
  }
}

/** Those of which the answer says something. */
function sortedBy({ items }: Recommendations, pieces: readonly Piece[]): readonly Piece[] {
  const ids = new Set(items.map(({ itemId }) => itemId));
  return pieces.filter(({ itemId }) => ids.has(itemId));
}

function lineOf({ kept, order, answer, shop }: Sorted, locale: 'vi' | 'en'): string {
  const reason = mainReason(new Set(order.map(({ itemId }) => itemId)), answer);
  const why = reason && reasonOf(reason, RECOMMENDATION_TEXTS[locale], (itemId) => shop.products.get(itemId)?.name[locale]);
  const { sorted, sortedFrom } = REORDERING_TEXTS[locale];
  return fill(kept.length === 0 ? sorted : sortedFrom, { place: String(kept.length + 1), reason: why ? `${why}.` : '' }).trim();
}
