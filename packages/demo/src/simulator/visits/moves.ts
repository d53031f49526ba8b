/** What a shopper can do next: an event, or nothing more. */
export const MOVES = [
  'view_item', 'view_item_list', 'search', 'size_chart_click', 'size_finder_open', 'size_advice', 'size_choose',
  'add_to_cart', 'remove_from_cart', 'purchase', 'return_item', 'leave',
] as const;
export type Move = (typeof MOVES)[number];

/** Where a visit is: after which event. */
export type Phase = 'start' | 'returning' | 'list' | 'item' | 'chart' | 'finder' | 'advised' | 'sized' | 'cart' | 'ordered';

/** What the shopper came for. */
export type Intent = 'browse' | 'look' | 'buy';

/** Where each event leads. */
export const PHASE_AFTER: Readonly<Record<Exclude<Move, 'leave'>, Phase>> = {
  view_item: 'item', view_item_list: 'list', search: 'list', size_chart_click: 'chart', size_finder_open: 'finder', size_advice: 'advised', size_choose: 'sized',
  add_to_cart: 'cart', remove_from_cart: 'cart', purchase: 'ordered', return_item: 'ordered',
};

type Weights = Readonly<Partial<Record<Move, number>>>;

/** How likely each move is where nothing else is known; relative. Our choice, so that lengths and rates are those of `docs/simulator.md`. */
const MOVES_FROM: Readonly<Record<Phase, Weights>> = {
  start: { view_item_list: 45, view_item: 35, search: 20 },
  returning: { return_item: 1 },
  list: { view_item: 80, view_item_list: 8, search: 4, leave: 8 },
  item: { view_item: 60, view_item_list: 7, search: 2.5, size_chart_click: 5, size_finder_open: 2.5, size_choose: 3.5, add_to_cart: 2, purchase: 1.5, leave: 8.5 },
  chart: { view_item: 38, size_finder_open: 7, size_choose: 20, add_to_cart: 6, leave: 10 },
  finder: { size_advice: 80, view_item: 12, leave: 8 },
  advised: { size_choose: 40, add_to_cart: 7, view_item: 36, leave: 9 },
  sized: { add_to_cart: 26, view_item: 44, leave: 10 },
  cart: { view_item: 52, view_item_list: 6, remove_from_cart: 6, purchase: 14, leave: 14 },
  ordered: { view_item: 25, view_item_list: 8, leave: 67 },
};

const INTENTS: Readonly<Record<Intent, { readonly cart: number; readonly purchase: number; readonly size: number; readonly leave: number }>> = {
  browse: { cart: 0.3, purchase: 0.4, size: 0.6, leave: 1.1 },
  look: { cart: 0.7, purchase: 0.8, size: 1.1, leave: 0.9 },
  buy: { cart: 1.8, purchase: 1.6, size: 1.5, leave: 0.7 },
};
/** After so many events leaving is twice as likely. */
const TIRED_STEPS = 40;

/** All that the chances of the next move depend on. */
export interface Situation {
  readonly phase: Phase;
  readonly intent: Intent;
  /** Of the item that is looked at, some -3 to 3; 0 without one. */
  readonly liking: number;
  /** Whether the size that the shopper believes in can be bought. */
  readonly isSizeInStock: boolean;
  readonly isInCart: boolean;
  readonly cartLines: number;
  /** 1: as readily as on average. */
  readonly adviceReadiness: number;
  /** Whether there is anything to look at. */
  readonly canView: boolean;
  readonly steps: number;
  /** The day ends, or nobody looks at so much. */
  readonly isOver: boolean;
}

export type MoveChances = Readonly<Record<Move, number>>;

/** The true chance of each move; sum 1. */
export function moveChances(situation: Situation): MoveChances {
  const base = situation.isOver ? { leave: 1 } : MOVES_FROM[situation.phase];
  const weights = MOVES.map((move) => (base[move] ?? 0) * factorOf(move, situation));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // With nothing to look at and nothing in the bag there is only the way out.
  return Object.fromEntries(MOVES.map((move, k) => [move, sum === 0 ? Number(move === 'leave') : (weights[k] ?? 0) / sum])) as Record<Move, number>;
}

function factorOf(move: Move, { intent, liking, isSizeInStock, isInCart, cartLines, adviceReadiness, canView, steps }: Situation): number {
  const { cart, purchase, size, leave } = INTENTS[intent];
  switch (move) {
    case 'view_item': case 'view_item_list': return Number(canView);
    case 'size_chart_click': return size * Math.exp(0.4 * liking);
    case 'size_finder_open': return size * adviceReadiness * Math.exp(0.4 * liking);
    case 'size_choose': return Number(isSizeInStock) * size * Math.exp(0.5 * liking);
    case 'add_to_cart': return Number(isSizeInStock && !isInCart) * cart * Math.exp(0.7 * liking);
    case 'remove_from_cart': return Number(cartLines > 0);
    case 'purchase': return Number(cartLines > 0) * purchase;
    case 'leave': return leave * (1 + steps / TIRED_STEPS) * (isSizeInStock ? 1 : 1.3);
    case 'search': case 'size_advice': case 'return_item': return 1;
  }
}
