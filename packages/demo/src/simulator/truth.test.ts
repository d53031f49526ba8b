import { describe, expect, it } from 'vitest';
import { itemChances } from './index.ts';
import { MOVES, type Move } from './visits/moves.ts';
import type { SimulatedEvent } from './simulate.ts';
import { eventsOf, smallShop } from './testing/small-shop.ts';

const options = smallShop({ days: 40 });
const visits = [...Map.groupBy(eventsOf(options), ({ event }) => event.sessionId).values()];

interface Moment {
  readonly now: SimulatedEvent;
  readonly after: SimulatedEvent | undefined;
  readonly move: Move;
}

const moments: Moment[] = visits.flatMap((events) => events.map((now, k) => {
  const after = events[k + 1];
  return { now, after, move: MOVES.find((move) => move === after?.event.type) ?? 'leave' };
}));

describe('what the simulator says comes next', () => {
  it('are chances, above 0 for what came', () => {
    for (const { now: { next }, move } of moments) {
      expect(Object.values(next.moves).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(next.moves[move]).toBeGreaterThan(0);
    }
  });

  it.each(['view_item', 'add_to_cart', 'purchase', 'size_finder_open', 'leave'] as const)('comes as often as said: %s', (move) => {
    const [said, variance] = moments.reduce(([sum, spread], { now: { next } }) => [sum + next.moves[move], spread + next.moves[move] * (1 - next.moves[move])], [0, 0]);
    const came = moments.filter((moment) => moment.move === move).length;
    // Four standard errors.
    expect(Math.abs(came - said)).toBeLessThan(4 * Math.sqrt(variance));
  });

  it('is told better than by base rates', () => {
    const rates = new Map(MOVES.map((move) => [move, moments.filter((moment) => moment.move === move).length / moments.length]));
    const loss = (chanceOf: (moment: Moment) => number): number => moments.reduce((sum, moment) => sum - Math.log(chanceOf(moment)), 0) / moments.length;
    expect(loss(({ now, move }) => now.next.moves[move])).toBeLessThan(0.9 * loss(({ move }) => rates.get(move) ?? 0));
  });

  it('are chances of items, above 0 for what is looked at', () => {
    const places = new Map(options.items.map(({ product }, k) => [product.id, k]));
    let surprise = 0;
    const looks = moments.slice(0, 3000).filter(({ move }) => move === 'view_item');
    for (const { now, after } of looks) {
      const chances = itemChances(now.next.items, options.items.length);
      const viewed = after?.event.type === 'view_item' ? after.event.data.item.itemId : '';
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      const chance = chances[places.get(viewed) ?? -1] ?? 0;
      expect(chance).toBeGreaterThan(0);
      surprise -= Math.log(chance) / looks.length;
    }
    expect(surprise).toBeLessThan(Math.log(options.items.length) - 1);
  });
});
