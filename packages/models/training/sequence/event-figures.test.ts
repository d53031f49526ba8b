import { describe, expect, it } from 'vitest';
import { eventFigures } from './event-figures.ts';

const foretold = (happened: number, ...chances: number[]) => ({ happened, logChances: Float32Array.from(chances, Math.log) });

describe('eventFigures', () => {
  it('is as good as the base rates for who gives them', () => {
    const events = [foretold(1, 0.1, 0.6, 0.3), foretold(2, 0.1, 0.6, 0.3)];
    const { n, logLoss, baseLogLoss } = eventFigures(events, [0.1, 0.6, 0.3], ['unknown', 'view', 'cart']);
    expect(n).toBe(2);
    expect(logLoss).toBeCloseTo(-(Math.log(0.6) + Math.log(0.3)) / 2, 6);
    expect(baseLogLoss).toBeCloseTo(logLoss, 6);
  });

  it('tells chances that are true from those that are too high', () => {
    const events = (chance: number) => Array.from({ length: 1000 }, (_, k) => foretold(k % 5 === 0 ? 1 : 0, 1 - chance, chance));
    expect(eventFigures(events(0.2), [0.8, 0.2], ['view', 'cart']).types.cart).toMatchObject({ happened: 200, rate: 0.2, meanChance: expect.closeTo(0.2, 5) as number, calibrationError: expect.closeTo(0, 5) as number });
    expect(eventFigures(events(0.5), [0.8, 0.2], ['view', 'cart']).types.cart?.calibrationError).toBeCloseTo(0.3, 5);
  });

  it('names only what happened', () => {
    expect(Object.keys(eventFigures([foretold(1, 0.5, 0.4, 0.1)], [0.3, 0.3, 0.4], ['unknown', 'view', 'cart']).types)).toEqual(['view']);
  });
});
