import { describe, expect, it } from 'vitest';
import { SCREEN_NEXT, type Screen, canShow, screenBefore } from './screen-table.ts';

describe('the table of screens', () => {
  const screens = Object.keys(SCREEN_NEXT) as Screen[];

  it('reaches every screen from the first', () => {
    const reached = new Set<Screen>(['loading']);
    for (const screen of reached) for (const next of SCREEN_NEXT[screen]) reached.add(next);
    expect([...reached].sort()).toEqual(screens.toSorted());
  });

  it('allows every way back, and a way out of every screen', () => {
    for (const screen of screens) {
      expect(SCREEN_NEXT[screen].length).toBeGreaterThan(0);
      for (const way of ['camera', 'photos', 'answers'] as const) expect(canShow(screen, screenBefore({ screen, way, chartFrom: 'ways' }) ?? screen), `${screen}, ${way}`).toBe(true);
    }
  });
});
