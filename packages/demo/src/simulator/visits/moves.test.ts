import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Intent, MOVES, type Move, type Phase, type Situation, moveChances } from './moves.ts';

const PHASES: readonly Phase[] = ['start', 'returning', 'list', 'item', 'chart', 'finder', 'advised', 'sized', 'cart', 'ordered'];
const INTENTS: readonly Intent[] = ['browse', 'look', 'buy'];
const situations: fc.Arbitrary<Situation> = fc.record({
  phase: fc.constantFrom(...PHASES), intent: fc.constantFrom(...INTENTS), liking: fc.double({ min: -5, max: 5, noNaN: true }), isSizeInStock: fc.boolean(), isInCart: fc.boolean(),
  cartLines: fc.nat(4), adviceReadiness: fc.double({ min: 0, max: 5, noNaN: true }), canView: fc.boolean(), steps: fc.nat(200), isOver: fc.boolean(),
});

const impossibleOf = ({ cartLines, isInCart, isSizeInStock, canView, isOver }: Situation): Move[] => [
  ...(cartLines === 0 ? ['purchase', 'remove_from_cart'] as const : []), ...(isInCart || !isSizeInStock ? ['add_to_cart'] as const : []),
  ...(canView ? [] : ['view_item', 'view_item_list'] as const), ...(isOver ? MOVES.filter((move) => move !== 'leave') : []),
];

describe('the chances of what comes next', () => {
  it('sum to 1, and nothing impossible has one', () => {
    fc.assert(fc.property(situations, (situation) => {
      const chances = moveChances(situation);
      const values = Object.values(chances);
      expect(values.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(values.filter((chance) => !(chance >= 0))).toEqual([]);
      expect(impossibleOf(situation).filter((move) => chances[move] > 0)).toEqual([]);
    }));
  });

  it('of a purchase rise with liking, the bag and the intent to buy', () => {
    const item: Situation = { phase: 'sized', intent: 'look', liking: 0, isSizeInStock: true, isInCart: false, cartLines: 0, adviceReadiness: 1, canView: true, steps: 5, isOver: false };
    expect(moveChances({ ...item, liking: 1 }).add_to_cart).toBeGreaterThan(moveChances(item).add_to_cart);
    expect(moveChances({ ...item, intent: 'buy' }).add_to_cart).toBeGreaterThan(moveChances(item).add_to_cart);
    expect(moveChances({ ...item, steps: 60 }).leave).toBeGreaterThan(moveChances(item).leave);
    expect(moveChances({ ...item, phase: 'cart', cartLines: 1 }).purchase).toBeGreaterThan(0.05);
  });
});
