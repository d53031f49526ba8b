import { expect, it } from 'vitest';
import { RATE_LIMITS, rateOf, readRateLimits } from './rate-limits.ts';

it('has limits without being told', () => {
  expect(readRateLimits({})).toEqual({ status: 'ok', limits: RATE_LIMITS });
  expect(readRateLimits({ RATE_LIMIT_TENANT: '', RATE_LIMIT_ADDRESS: '' })).toEqual({ status: 'ok', limits: RATE_LIMITS });
});

it('takes those it is told, and none', () => {
  expect(readRateLimits({ RATE_LIMIT_TENANT: 'off', RATE_LIMIT_ADDRESS: '5/20' })).toEqual({ status: 'ok', limits: { tenant: undefined, address: { perSecond: 5, burst: 20 } } });
});

it.each(['0/5', '5', '5/', '-1/5', '5/1e3', '1.5/2', 'on', '5 / 20', '99999999/1'])('refuses %j in one sentence', (text) => {
  expect(readRateLimits({ RATE_LIMIT_ADDRESS: text })).toEqual({ status: 'invalid', problems: [expect.stringContaining('RATE_LIMIT_ADDRESS') as string] });
});

it('names both mistakes at once', () => {
  expect(readRateLimits({ RATE_LIMIT_TENANT: 'x', RATE_LIMIT_ADDRESS: 'y' })).toMatchObject({ problems: [expect.stringContaining('TENANT'), expect.stringContaining('ADDRESS')] });
});

it('knows a bucket by its name', () => {
  expect([rateOf(RATE_LIMITS, 'tenant:demo'), rateOf(RATE_LIMITS, 'address:abc')]).toEqual([RATE_LIMITS.tenant, RATE_LIMITS.address]);
});
