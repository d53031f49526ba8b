import { beforeEach, describe, expect, it } from 'vitest';
import { FRESH_STATE, type SourceConfig, type SourceState } from '../source-record.ts';
import type { SourceRepository } from '../source-repository.ts';

const configOf = (source: SourceConfig['source'], savedMs = 1): SourceConfig =>
  ({ source, baseUrl: 'https://api.example/v1', sealedToken: 'v1.sealed', accountIds: ['17841400000000000'], regions: ['DE+AT+CH'], tags: ['áo dài', "linen'\";--"], savedMs });

const PAUSED: SourceState = { status: 'paused', reason: 'token-revoked', failures: 3, retryMs: 9, successMs: 7, dayMs: 0, quota: { requestsToday: 5, requestsPerDay: 1000, usagePercent: 12.5, hashtagsUsed: 3, hashtagsLimit: 30 } };

/** What every repository of configured sources must do. */
export const describeSourceRepository = (name: string, open: () => Promise<SourceRepository>): void => void describe(`${name} trend sources`, () => {
  let sources: SourceRepository;
  beforeEach(async () => { sources = await open(); });

  it('are given back as they were saved, of each shop its own', async () => {
    await sources.save('b', configOf('instagram'));
    await sources.save('a', configOf('pinterest'));
    await sources.save('a', configOf('instagram', 2));
    const instagramOfA = { tenantId: 'a', config: configOf('instagram', 2), state: FRESH_STATE };
    expect(await sources.find('a', 'instagram')).toEqual(instagramOfA);
    expect(await sources.list('a')).toEqual([instagramOfA, { tenantId: 'a', config: configOf('pinterest'), state: FRESH_STATE }]);
    expect((await sources.list()).map(({ tenantId, config }) => `${tenantId} ${config.source}`)).toEqual(['a instagram', 'a pinterest', 'b instagram']);
    expect(await sources.find('b', 'pinterest')).toBeUndefined();
    expect(await sources.list('c')).toEqual([]);
  });

  it('keep how they do, until they are configured anew', async () => {
    await sources.save('a', configOf('instagram', 1));
    await sources.note('a', configOf('instagram', 1), PAUSED);
    expect((await sources.find('a', 'instagram'))?.state).toEqual(PAUSED);
    await sources.save('a', configOf('instagram', 2));
    expect((await sources.find('a', 'instagram'))?.state).toEqual(FRESH_STATE);
    await sources.note('a', configOf('instagram', 1), PAUSED);
    expect((await sources.find('a', 'instagram'))?.state).toEqual(FRESH_STATE);
  });

  it('go when they are removed', async () => {
    await sources.save('a', configOf('instagram'));
    await sources.save('b', configOf('instagram'));
    expect([await sources.remove('a', 'pinterest'), await sources.remove('a', 'instagram'), await sources.remove('a', 'instagram')]).toEqual([false, true, false]);
    expect(await sources.list()).toHaveLength(1);
  });
});
