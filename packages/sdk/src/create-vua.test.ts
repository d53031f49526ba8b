import { describe, expect, it } from 'vitest';
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
