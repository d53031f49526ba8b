import { openPostgres } from '../../storage/open-postgres.ts';
import { addressKeyOf, createAddressBuckets } from '../../http/address-buckets.ts';
import { knownCallers, openGuardedApp } from '../../http/testing/open-guarded-app.ts';
import { createSharedLimiter } from '../limits/shared-limiter.ts';
import { readRateLimits } from '../limits/rate-limits.ts';
import { createPostgresTokens } from '../limits/token-store.ts';

// A process of its own for the tests of limits that several share: prints its URL, and ends with its input.
const url = process.env['DATABASE_URL'] ?? '';
const reading = readRateLimits(process.env);
if (reading.status === 'invalid') throw new Error(reading.problems.join(' '));
const database = await openPostgres(url);
const limiter = createSharedLimiter({ limits: reading.limits, store: createPostgresTokens(database) });
const app = await openGuardedApp({ authenticator: knownCallers, limiter, bucketOf: createAddressBuckets(addressKeyOf(url)) });
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.stdin.resume().on('end', () => void app.close().then(() => database.close()));
