import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactTransitions, expandTransitions } from './compact-transitions.ts';
import { countTransitions } from './transitions.ts';

const ITEMS = 300;
const sessions = fc.array(fc.array(fc.oneof(fc.nat(5), fc.nat(ITEMS - 1)), { maxLength: 30 }).map((items) => Int32Array.from(items)), { maxLength: 20 });
const transitions = countTransitions([[0, 1, 2, 1, 3, 2, 1], [3, 1, 0, 1]].map((items) => Int32Array.from(items)), 5, 3);

describe('compact transitions', () => {
  it('come back with the same followers, and weights within 18 % of themselves, or of a 64th of the largest', () => {
    fc.assert(fc.property(sessions, fc.integer({ min: 1, max: 5 }), (given, reach) => {
      const whole = countTransitions(given, ITEMS, reach);
      const back = expandTransitions(compactTransitions(whole));
      expect(back?.starts).toEqual(whole.starts);
      expect(back?.followers).toEqual(whole.followers);
      for (let item = 0; item < ITEMS; item += 1) {
        const row = whole.weights.subarray(whole.starts[item], whole.starts[item + 1]);
        row.forEach((weight, k) => expect(Math.abs((back?.weights[(whole.starts[item] ?? 0) + k] ?? NaN) / Math.max(weight, Math.max(...row) / 64) - 1)).toBeLessThan(0.18));
      }
    }));
  });

  it('take less than two bytes a follower', () => {
    const long = countTransitions(Array.from({ length: 40 }, (_, k) => Int32Array.from({ length: 60 }, (_each, step) => (step * step * (k + 1)) % ITEMS)), ITEMS, 5);
    const bytes = Object.values(compactTransitions(long)).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes).toBeLessThan(2 * long.followers.length);
  });

  it.each<[string, object]>([
    ['without a part', { rows: undefined }], ['with too few rows', { tops: new Uint8Array(9) }], ['with too many', { tops: new Uint8Array(3) }], ['with weights of others', { levels: new Uint8Array(40) }],
    ['with a follower that is no item', { rows: Uint8Array.of(1, 9, 0, 0, 0, 0), levels: Uint8Array.of(0) }], ['that name more than they have', { rows: Uint8Array.of(0, 0, 0, 0, 7) }],
    ['that are cut off', { rows: Uint8Array.of(0, 0, 0, 0, 128) }], ['without a unit', { least: Float32Array.of(NaN) }],
  ])('are refused %s', (_what, other) => {
    expect(expandTransitions({ ...compactTransitions(transitions), ...other })).toBeUndefined();
  });

  it('are read or refused whatever the bytes are', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(fc.property(bytes, bytes, bytes, (rows, tops, levels) => {
      const back = expandTransitions({ rows, tops, levels, least: Float32Array.of(1) });
      expect(back?.followers.every((follower) => follower < tops.length) ?? true).toBe(true);
      expect(back?.weights.every((weight) => weight > 0) ?? true).toBe(true);
    }));
  });
});
