import type { ConsentState, VuaEvent } from '@vua/models/contracts';
import { createModelCache, loadModel, openPureRanker } from '../actions/index.ts';
import { OPEN_RANKING, type RankingPage, followShopper } from '../follow-shopper.ts';
import { openRuntime } from '../open-runtime.ts';

const PLACE = { siteKey: 'site_testshop', apiUrl: new URL('/', location.href) };
const consent: ConsentState = { analytics: 'granted', personalization: 'granted', statistics: 'unknown' };
const id = (k: number): string => `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`;
const viewOf = (itemId: string, k: number): VuaEvent => ({ id: id(k), version: 1, timeMs: Date.now() - 1000 + k, sessionId: id(1), anonymousId: id(2), consent, type: 'view_item', data: { item: { itemId } } });

/** What a test in Node drives: the runtime as a shop's page loads it. */
const lab = {
  /** The same scores by both engines, or why there is no runtime. @param assets path of the SDK's folder */
  async compare(assets: string, items: readonly number[]): Promise<readonly (readonly number[])[] | string> {
    const loading = await loadModel({ ...PLACE, fetch: (url, init) => fetch(url, init), cache: createModelCache('lab') });
    if (loading.status === 'unavailable') return loading.reason;
    try {
      const onnx = await openRuntime(loading.model, new URL(assets, location.href));
      if (onnx === undefined) return 'no runtime';
      const [history, wanted] = [{ items: Int32Array.of(3, 4, 5), sides: {} }, Int32Array.from(items)];
      const answers = [await onnx.score(history, wanted), await openPureRanker(loading.model.opened).score(history, wanted)];
      onnx.close();
      return answers.map((scores) => [...scores]);
    } catch (error) {
      return String(error);
    }
  },
  /** The best five for a shopper, asked as an element asks. */
  async rank(assets: string, seen: readonly string[]): Promise<unknown> {
    const page: RankingPage = {};
    followShopper({ listen: () => () => undefined, consent: { read: () => consent, onChange: () => () => undefined } }, { ...PLACE, assetsUrl: new URL(assets, location.href), fineTunes: false }, seen.map(viewOf), undefined, page);
    return (await page[OPEN_RANKING]?.())?.rank(5);
  },
};

Object.assign(globalThis, { lab });
