import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readUsage } from './read-usage.ts';

const headersOf = (app?: unknown, business?: unknown): Headers => new Headers({ ...(app !== undefined && { 'x-app-usage': JSON.stringify(app) }), ...(business !== undefined && { 'x-business-use-case-usage': JSON.stringify(business) }) });

it('takes the highest figure of both headers, and the longest wait', () => {
  const business = { '1': [{ type: 'instagram', call_count: 12, total_cputime: 95.5, total_time: 3, estimated_time_to_regain_access: 7 }], '2': [{ call_count: 1 }, { estimated_time_to_regain_access: 19 }] };
  expect(readUsage(headersOf({ call_count: 28, total_cputime: 25, total_time: 41 }, business))).toEqual({ percent: 95.5, regainMs: 19 * 60_000 });
  expect(readUsage(headersOf({ call_count: 28, total_cputime: 25, total_time: 41 }))).toEqual({ percent: 41 });
  expect(readUsage(new Headers())).toEqual({ percent: 0 });
});

it.each([[1.000013, 60_001], [1e-9, 1], [1e300, 86_400_000]])('waits whole milliseconds, a day at most, for %d minutes', (minutes, regainMs) => {
  expect(readUsage(headersOf({}, { '1': [{ estimated_time_to_regain_access: minutes }] }))).toEqual({ percent: 0, regainMs });
});

it('takes nothing from a header that is odd, and still what the other says', () => {
  for (const odd of [[], 'much', { call_count: '99' }, null]) expect(readUsage(headersOf(odd, { '1': [{ call_count: 5 }] })).percent).toBe(5);
  for (const odd of [{ '1': {} }, [[]], { '1': [{ call_count: 'x' }] }, 7]) expect(readUsage(headersOf({ call_count: 6 }, odd))).toEqual({ percent: 6 });
});

it('never throws, and never tells less than 0 or no number', () => {
  const text = fc.oneof(fc.json(), fc.string(), fc.constant(null));
  fc.assert(fc.property(text, text, (app, business) => {
    const { percent, regainMs } = readUsage({ get: (name) => (name === 'x-app-usage' ? app : business) });
    expect(percent).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(percent)).toBe(true);
    expect(regainMs ?? 1).toBeGreaterThan(0);
  }));
});

it('is at least every figure that is told', () => {
  const figures = fc.record({ call_count: fc.nat(200), total_cputime: fc.nat(200), total_time: fc.nat(200) });
  fc.assert(fc.property(figures, fc.array(figures, { maxLength: 4 }), (app, rows) => {
    const all = [app, ...rows].flatMap((row) => Object.values(row));
    expect(readUsage(headersOf(app, { '1': rows })).percent).toBe(Math.max(...all));
  }));
});
