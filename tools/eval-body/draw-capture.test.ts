import { describe, expect, it } from 'vitest';
import { drawCapture } from './draw-capture.ts';
import type { Perturbation } from './perturbation.ts';
import { KNOWN_PERSON, UNKNOWN_PERSON } from './testing/people-examples.ts';

const FIRST_NUMBER: Perturbation = { distribution: '', captures: 1, draw: (random) => ({ statureCm: random(), front: [], side: [] }) };
const drawn = (person = KNOWN_PERSON, capture = 1, seed = 1): number => drawCapture(FIRST_NUMBER, person, capture, seed).statureCm;

describe('drawCapture', () => {
  it('draws the same for the same seed, person and capture', () => {
    expect(drawn()).toBe(drawn());
  });

  it('draws anew for another seed, person or capture', () => {
    expect(new Set([drawn(), drawn(UNKNOWN_PERSON), drawn(KNOWN_PERSON, 2), drawn(KNOWN_PERSON, 1, 2)]).size).toBe(4);
  });

  it('fills the unit interval over people and captures', () => {
    const all = Array.from({ length: 1000 }, (_, i) => drawn({ ...KNOWN_PERSON, id: `dev-${i % 100}` }, Math.floor(i / 100) + 1));
    expect(all.reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(0.5, 1);
    expect(all.filter((value) => value < 0.1).length).toBeGreaterThan(60);
  });
});
