import { describe, expect, it, vi } from 'vitest';
import type { BodyEstimate } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';
import { type VuaParts, assembleVua, createVua } from './create-vua.ts';
import { SdkError } from './sdk-error.ts';
import type { ScanWorkerApi } from './worker/scan-worker-api.ts';

const OPTIONS = { assetsUrl: 'https://shop.example/vua/', locale: 'en' } as const;
const body: BodyEstimate = { source: 'answers', profile: { statureCm: 165 }, measurements: { chest: { meanCm: 93, p5Cm: 91, p95Cm: 95 } } };
const chart: SizeChart = {
  id: 'c', garmentType: 'shirt', fit: 'regular',
  rows: [{ label: 'S', body: { chest: { minCm: 84, maxCm: 90 } } }, { label: 'M', body: { chest: { minCm: 90, maxCm: 96 } } }],
};

function memoryParts(failures: SdkError[] = []): VuaParts & { readonly log: string[] } {
  const log: string[] = [];
  return {
    log,
    async openWorker({ assetsUrl }) {
      log.push(`open ${assetsUrl.href}`);
      return {
        api: {} as ScanWorkerApi,
        async load() {
          const failure = failures.shift();
          if (failure) throw failure;
          log.push('load');
        },
        close: () => void log.push('close'),
      };
    },
    async estimateFromAnswers(profile) {
      log.push(`answers ${profile.statureCm}`);
      return { ...body, profile };
    },
    async refineBody(given, { massKg }) {
      log.push(`refine ${massKg}`);
      return { status: 'fused', body: given };
    },
  };
}

describe('createVua', () => {
  it('loads nothing before it is asked', () => {
    const parts = memoryParts();
    const vua = assembleVua(OPTIONS, parts);
    expect(vua.locale).toBe('en');
    vua.dispose();
    expect(parts.log).toEqual([]);
    expect(createVua(OPTIONS).locale).toBe('en');
  });

  it('opens one worker however often it is asked, and closes it', async () => {
    const parts = memoryParts();
    const vua = assembleVua(OPTIONS, parts);
    await Promise.all([vua.preload(), vua.preload()]);
    expect(parts.log.filter((line) => line.startsWith('open'))).toEqual(['open https://shop.example/vua/']);
    vua.dispose();
    vua.dispose();
    await Promise.resolve();
    expect(parts.log.filter((line) => line === 'close')).toHaveLength(1);
  });

  it('closes a worker that failed to load and tries again when asked again', async () => {
    const parts = memoryParts([new SdkError('offline')]);
    const vua = assembleVua(OPTIONS, parts);
    await expect(vua.preload()).rejects.toMatchObject({ code: 'offline' });
    await vua.preload();
    expect(parts.log).toEqual(['open https://shop.example/vua/', 'close', 'open https://shop.example/vua/', 'load']);
  });

  it('refuses a profile that is out of range before it touches a photo', async () => {
    const vua = assembleVua(OPTIONS, memoryParts());
    await expect(vua.measurePhotos({ photos: { front: new Blob(), side: new Blob() }, profile: { statureCm: Number.NaN } })).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('opens no camera for who disposed of it while it loaded', async () => {
    const { promise: loaded, resolve } = Promise.withResolvers<void>();
    const parts = memoryParts();
    const vua = assembleVua(OPTIONS, { ...parts, openWorker: async (options) => ({ ...(await parts.openWorker(options)), load: () => loaded }) });
    const started = vua.startScan({ video: {} as HTMLVideoElement, profile: { statureCm: 170 } });
    const measured = vua.measurePhotos({ photos: { front: new Blob(), side: new Blob() }, profile: { statureCm: 170 } });
    vua.dispose();
    resolve();
    await expect(started).rejects.toMatchObject({ code: 'aborted' });
    await expect(measured).rejects.toMatchObject({ code: 'aborted' });
  });

  it.each([
    undefined, 'chart', {}, { ...chart, rows: [] }, { ...chart, rows: [null] }, { ...chart, garmentType: '__proto__' }, { ...chart, fit: 'constructor' },
    { ...chart, rows: Array.from({ length: 10_000 }, () => chart.rows[0]) }, { ...chart, rows: chart.rows.map((row) => ({ ...row, label: {} })) },
    { ...chart, rows: [{ label: 'M', body: { chest: { minCm: Number.NaN, maxCm: 1e308 } } }] },
  ])('advises nothing by a chart that is none: %j', async (given) => {
    const advice = await assembleVua(OPTIONS, memoryParts()).adviseSize({ body, chart: given as unknown as SizeChart });
    expect(advice).toMatchObject({ status: 'unavailable', reason: 'chart-invalid' });
  });

  it('waits for a chart only so long, also where the answer never ends', async () => {
    vi.useFakeTimers();
    const signals: (AbortSignal | null | undefined)[] = [];
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((limitMs) => {
      const end = new AbortController();
      setTimeout(() => end.abort(), limitMs);
      return end.signal;
    });
    const fetch: typeof globalThis.fetch = (_url, init) => new Promise((_, reject) => {
      signals.push(init?.signal);
      init?.signal?.addEventListener('abort', () => reject(new DOMException('too late', 'TimeoutError')));
    });
    const answer = assembleVua({ ...OPTIONS, fetch }, memoryParts()).sizeChartOf('shirt');
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toEqual({ status: 'missing', reason: 'unreachable' });
    timeout.mockRestore();
    vi.useRealTimers();
  });

  it.each(['\ud800', '', '__proto__', 'constructor', '..', '../..', '.', '<img src=x>', 'javascript:alert(1)', 'x'.repeat(10_000)])('asks for no chart but that of a product: %s', async (product) => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (url) => {
      asked.push(url instanceof URL ? url.pathname : 'no address');
      return new Response('', { status: 404 });
    };
    expect(await assembleVua({ ...OPTIONS, fetch }, memoryParts()).sizeChartOf(product)).toEqual({ status: 'missing', reason: 'unknown-product' });
    for (const path of asked) expect(path).toMatch(/^\/v1\/products\/[^/]+\/size-chart$/);
  });

  it('keeps a profile for the page where there is no storage, the same for all who ask on the page', async () => {
    const [vua, other, elsewhere] = ['shop-1', 'shop-1', 'shop-2'].map((siteKey) => assembleVua({ ...OPTIONS, siteKey }, memoryParts()));
    expect(await vua?.profile.keep(body, { agreed: true, textVersion: 'keep-1' })).toMatchObject({ status: 'kept', lasts: 'page' });
    expect(await other?.profile.read()).toMatchObject({ status: 'kept', body, ageDays: 0 });
    expect(await elsewhere?.profile.read()).toEqual({ status: 'none' });
    await other?.profile.forget();
    expect(await vua?.profile.read()).toEqual({ status: 'none' });
  });

  it('goes from answers to a size', async () => {
    const vua = assembleVua(OPTIONS, memoryParts());
    const advice = await vua.adviseSize({ body: await vua.measureFromAnswers({ statureCm: 170 }), chart });
    expect(advice).toMatchObject({ status: 'recommended', size: 'M' });
  });

  it('asks the server for a chart', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (url) => {
      asked.push(String(url instanceof Request ? url.url : url));
      return Response.json(chart);
    };
    const vua = assembleVua({ ...OPTIONS, apiUrl: 'https://api.example', fetch }, memoryParts());
    expect(await vua.sizeChartOf('linen shirt')).toEqual({ status: 'found', chart });
    expect(asked).toEqual(['https://api.example/v1/products/linen%20shirt/size-chart']);
  });
});

describe('many charts', () => {
  it('are answered in their order, also where one is none', async () => {
    const vua = assembleVua(OPTIONS, memoryParts());
    const invalid = { ...chart, rows: [] };
    expect(await vua.glanceSizes({ body, charts: [chart, invalid, chart] })).toEqual([
      expect.objectContaining({ status: 'recommended', size: 'M' }), { status: 'unavailable', reason: 'chart-invalid' }, expect.objectContaining({ size: 'M' }),
    ]);
  });

  it('are compared with a body that was refined on the page', async () => {
    const parts = memoryParts();
    expect(await assembleVua(OPTIONS, parts).refineBody(body, { massKg: 56 })).toEqual({ status: 'fused', body });
    expect(parts.log).toEqual(['refine 56']);
  });
});
