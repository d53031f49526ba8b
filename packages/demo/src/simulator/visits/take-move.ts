import type { EventBody, EventData } from '@vua/models/contracts';
import { garmentLine } from '../catalog/garment-lines.ts';
import type { SimulatedItem } from '../catalog/simulated-item.ts';
import { between, lognormal, oneOf, weightedIndex } from '../random/draws.ts';
import type { Random } from '../random/seeded-random.ts';
import { advise } from './advise.ts';
import { type ItemMix, drawItem } from './item-mix.ts';
import { type Move, PHASE_AFTER } from './moves.ts';
import { type Visit, wantedSize } from './visit.ts';
import { type BagLine, type VisitState, seenNow } from './visit-state.ts';

/** What a move tells the shop, and where the visit is after it. */
export interface Taken {
  readonly body: EventBody;
  readonly state: VisitState;
}

type Change = Partial<VisitState>;
type Step = (visit: Visit, state: VisitState, mix: ItemMix, random: Random) => { readonly body: EventBody; readonly change: Change };

const LIST_LENGTH = 8;
/** Median seconds until an event, by its kind, and the spread of the logarithm. */
const SECONDS: Readonly<Record<Exclude<Move, 'leave'>, number>> = {
  view_item: 24, view_item_list: 12, search: 15, size_chart_click: 18, size_finder_open: 16, size_advice: 55, size_choose: 12, add_to_cart: 9, remove_from_cart: 14, purchase: 95, return_item: 30,
};
const SECONDS_SPREAD = 0.7;
const LONGEST_SECONDS = 480;
/** Some prefer what they always take to what is advised. */
const TAKES_ADVICE = 0.88;

/** Takes a move that the situation allows. @throws for one that it does not: its chance was 0 */
export function takeMove(move: Exclude<Move, 'leave'>, visit: Visit, state: VisitState, mix: ItemMix, random: Random): Taken {
  const seconds = Math.min(LONGEST_SECONDS, 1 + lognormal(random, SECONDS[move], SECONDS_SPREAD));
  const { body, change } = STEPS[move](visit, state, mix, random);
  return { body, state: { ...state, phase: PHASE_AFTER[move], steps: state.steps + 1, timeMs: state.timeMs + Math.round(seconds * 1000), ...change } };
}

const STEPS: Readonly<Record<Exclude<Move, 'leave'>, Step>> = {
  view_item: ({ items }, { seen }, mix, random) => {
    const { item, from } = drawItem(mix, random);
    const data = { item: toEventItem(at(items, item)), ...(from === 'listed' && { listId: 'list' }) };
    return { body: { type: 'view_item', data }, change: { item, seen: seenNow(seen, item), advisedSize: undefined, chosenSize: undefined } };
  },
  view_item_list: ({ items }, _state, mix, random) => {
    const listed = drawList(mix, random);
    return { body: { type: 'view_item_list', data: { listId: 'list', items: listed.map((item) => toEventItem(at(items, item))) } }, change: { listed, ...LOOKED_AWAY } };
  },
  search: ({ focus, fresh }, _state, _mix, random) => {
    const listed = fresh.items.length === 0 ? [] : drawList([{ name: 'fresh', share: 1, pool: fresh }], random);
    const term = garmentLine(oneOf(random, focus)).vi.toLowerCase();
    return { body: { type: 'search', data: { term, results: fresh.items.length } }, change: { listed, ...LOOKED_AWAY } };
  },
  size_chart_click: (visit, state) => ({ body: { type: 'size_chart_click', data: { itemId: current(visit, state).product.id } }, change: {} }),
  size_finder_open: (visit, state) => ({ body: { type: 'size_finder_open', data: { itemId: current(visit, state).product.id } }, change: {} }),
  size_advice: (visit, state, _mix, random) => {
    const { product, chart } = current(visit, state);
    const { size, ...answer } = advise(chart, visit.shopper.body, visit.memory.visits > 0, random);
    return { body: { type: 'size_advice', data: { itemId: product.id, size, ...answer } }, change: { advisedSize: size } };
  },
  size_choose: (visit, state, _mix, random) => {
    const self = current(visit, state);
    const believed = visit.believedSizeOf(self);
    const isOwn = random() >= TAKES_ADVICE && visit.stock.has(state.item ?? -1, believed);
    const size = isOwn ? believed : wantedSize(visit, state, self);
    const advised = state.advisedSize === undefined ? {} : { advisedSize: state.advisedSize };
    return { body: { type: 'size_choose', data: { itemId: self.product.id, size, ...advised } }, change: { chosenSize: size } };
  },
  add_to_cart: (visit, state, _mix, random) => {
    const self = current(visit, state);
    const line: BagLine = { item: state.item ?? -1, size: wantedSize(visit, state, self), colour: favouriteColour(self, random) };
    return { body: { type: 'add_to_cart', data: { items: [lineItem(visit, line)] } }, change: { bag: [...state.bag, line] } };
  },
  remove_from_cart: (visit, { bag }, _mix, random) => {
    const line = oneOf(random, bag);
    return { body: { type: 'remove_from_cart', data: { items: [lineItem(visit, line)] } }, change: { bag: bag.filter((other) => other !== line) } };
  },
  purchase: (visit, { bag, ordered }, _mix, random) => {
    const orderId = `order-${Math.floor(between(random, 0, 2 ** 32)).toString(16).padStart(8, '0')}`;
    const amountMinor = bag.reduce((sum, { item }) => sum + at(visit.items, item).product.price.amountMinor, 0);
    const data: EventData['purchase'] = { orderId, items: bag.map((line) => lineItem(visit, line)), value: { amountMinor, currency: 'VND' } };
    return { body: { type: 'purchase', data }, change: { bag: [], ordered: [...ordered, ...bag.map((line) => ({ ...line, orderId }))] } };
  },
  return_item: ({ memory, shelf }, { returned }) => {
    const planned = memory.returns.filter(({ dueDay }) => dueDay <= shelf.day)[returned];
    if (planned === undefined) throw new Error('there is nothing to bring back');
    return { body: { type: 'return_item', data: planned.data }, change: { item: planned.item, returned: returned + 1 } };
  },
};

/** A list shows no single item. */
const LOOKED_AWAY: Change = { item: undefined, advisedSize: undefined, chosenSize: undefined };

function at(items: readonly SimulatedItem[], item: number | undefined): SimulatedItem {
  const self = items[item ?? -1];
  if (self === undefined) throw new Error('there is no such item');
  return self;
}

const current = ({ items }: Visit, { item }: VisitState): SimulatedItem => at(items, item);

const toEventItem = ({ product: { id, garmentType, price } }: SimulatedItem): EventData['view_item']['item'] => ({ itemId: id, category: garmentType, price });

function lineItem({ items }: Visit, { item, size, colour }: BagLine): EventData['view_item']['item'] {
  return { ...toEventItem(at(items, item)), size, ...(colour !== undefined && { colour }), quantity: 1 };
}

/** Different items, the likeliest ones mostly first. */
function drawList(mix: ItemMix, random: Random): number[] {
  return [...new Set(Array.from({ length: LIST_LENGTH }, () => drawItem(mix, random).item))];
}

const favouriteColour = ({ product: { colours } }: SimulatedItem, random: Random): string | undefined => colours[weightedIndex(random, colours.map((_, k) => 1 / (1 + k)))]?.id;
