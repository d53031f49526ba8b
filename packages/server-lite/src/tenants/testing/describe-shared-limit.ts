import { describe, expect, it } from 'vitest';
import { createTestPostgres } from '../../storage/testing/test-databases.ts';
import { measureSharedLimit } from './measure-shared-limit.ts';

const PER_SECOND = 50;
const BURST = 50;

/** Fault test 34: real processes that share one PostgreSQL, for so long. */
export const describeSharedLimit = (durationMs: number): void => void describe(`fault test 34: two processes, ${durationMs} ms`, () => {
  it.each([
    ['a tenant', { RATE_LIMIT_TENANT: `${PER_SECOND}/${BURST}`, RATE_LIMIT_ADDRESS: 'off' }],
    ['an address', { RATE_LIMIT_TENANT: 'off', RATE_LIMIT_ADDRESS: `${PER_SECOND}/${BURST}` }],
  ])('give %s its limit together, +-10 %%, whatever address it names', async (_whose, env) => {
    const postgres = await createTestPostgres();
    const measured = await measureSharedLimit({
      databaseUrl: postgres.url, processes: 2, durationMs, env,
      headersOf: (index) => ({ authorization: 'Bearer key-events:read', 'x-forwarded-for': `203.0.113.${index % 250}, 198.51.100.${index % 7}` }),
    });
    await postgres.drop();
    const limit = BURST + (PER_SECOND * measured.elapsedMs) / 1000;
    expect(measured.accepted / limit, JSON.stringify(measured)).toBeGreaterThan(0.9);
    expect(measured.accepted / limit, JSON.stringify(measured)).toBeLessThan(1.1);
    expect(measured).toMatchObject({ withoutRetryAfter: 0 });
    expect(measured.limited).toBeGreaterThan(0);
  }, durationMs * 4 + 60_000);
});
