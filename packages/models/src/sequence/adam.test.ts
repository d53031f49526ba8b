import { describe, expect, it } from 'vitest';
import { clipScale, emptyAdam, stepAdam } from './adam.ts';

describe('stepAdam', () => {
  it('moves each number by about the rate at first, against its gradient', () => {
    const parameters = { a: Float32Array.of(1, 1, 1) };
    stepAdam(parameters, { a: Float32Array.of(5, -0.01, 0) }, emptyAdam(parameters), 0, 0.1, 1);
    expect([...parameters.a].map((value) => Number(value.toFixed(4)))).toEqual([0.9, 1.1, 1]);
  });

  it('finds the bottom of a bowl', () => {
    const parameters = { a: Float32Array.of(3, -2) };
    const state = emptyAdam(parameters);
    for (let step = 0; step < 800; step += 1) stepAdam(parameters, { a: parameters.a.map((value, k) => 2 * (value - k)) }, state, step, 0.02, 1);
    expect(parameters.a[0]).toBeCloseTo(0, 2);
    expect(parameters.a[1]).toBeCloseTo(1, 2);
  });

  it('lets rows rest that a step did not touch, with what they remember', () => {
    const parameters = { items: Float32Array.of(1, 1, 1, 1), other: Float32Array.of(1) };
    const state = emptyAdam(parameters);
    const gradients = { items: Float32Array.of(1, 1, 1, 1), other: Float32Array.of(1) };
    stepAdam(parameters, gradients, state, 0, 0.1, 1);
    const before = { row: parameters.items.slice(0, 2), first: state.first.items?.slice(0, 2) };
    stepAdam(parameters, gradients, state, 1, 0.1, 1, { table: 'items', rows: Int32Array.of(1), width: 2 });
    expect(parameters.items.slice(0, 2)).toEqual(before.row);
    expect(state.first.items?.slice(0, 2)).toEqual(before.first);
    expect(parameters.items[2]).toBeLessThan(0.9);
    expect(parameters.other[0]).toBeLessThan(0.9);
  });
});

describe('clipScale', () => {
  it('shortens what is too long, over all parameters', () => {
    expect(clipScale({ a: Float32Array.of(3), b: Float32Array.of(0, 4) }, 1)).toBeCloseTo(0.2, 6);
    expect(clipScale({ a: Float32Array.of(0.3), b: Float32Array.of(0, 0.4) }, 1)).toBe(1);
    expect(clipScale({ a: Float32Array.of(0) }, 1)).toBe(1);
  });

  it('counts touched rows only', () => {
    expect(clipScale({ items: Float32Array.of(100, 100, 3, 4) }, 1, { table: 'items', rows: Int32Array.of(1), width: 2 })).toBeCloseTo(0.2, 6);
  });
});
