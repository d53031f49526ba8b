import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openIngestApp } from '../../packages/server-lite/src/ingest/testing/open-ingest-app.ts';
import { measureRejections } from './measure-rejections.ts';

it('times each body that is refused', async () => {
  const { app } = await openIngestApp();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const rows = await measureRejections({ host: '127.0.0.1', port: (app.server.address() as AddressInfo).port }, 2);
  await app.close();
  expect(rows.map((row) => [row.case, row.unit, row.limit])).toEqual(['oversize', 'deep', 'bomb', 'keys', 'spread-keys', 'fewer-keys'].map((name) => [`reject-${name}, p95`, 'ms', 100]));
  for (const { value, p50 = NaN } of rows) expect(value).toBeGreaterThanOrEqual(p50);
});
