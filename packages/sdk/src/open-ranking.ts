import type { ConsentState, VuaEvent } from '@vua/models/contracts';
import { FINE_TUNING, type StepWindow, createHistoryEncoder } from '@vua/models/sequence';
import {
  type DeviceModel, type ModelFault, type OnnxRanker, type RankingModel, type ShopperRanking,
  type TunedRanker, chooseEngine, createConsentedCache, createMemoryModelCache, createModelCache, createShopperRanking, createSwitchingRanker, createTunedRanker, createVectorAsker, loadModel, mayFineTune, openPureRanker,
} from './actions/index.ts';
import { type KeptSequence, keepSequence, markOf } from './sessions/index.ts';
import { type ShopperDevice, shopperDevice } from './shopper-device.ts';

export interface RankingTracker {
  listen(listener: (event: VuaEvent) => void): () => void;
  readonly consent: { read(): ConsentState; onChange(listener: () => void): () => void };
}

export interface RankingOptions {
  readonly siteKey: string;
  /** Ends with a slash. */
  readonly apiUrl: URL;
  /** Folder with the SDK's files, for the runtime; ends with a slash. Where they are not there, the engine that needs none takes over. @default where this code came from */
  readonly assetsUrl?: URL | undefined;
  /** Tunes the model to the shopper: only with consent to personalization, while the page rests, on a desktop or at the charger. True: also where only that needs the runtime, 3.7 MB compressed. False: never. @default where the runtime is in use anyway */
  readonly fineTunes?: boolean | undefined;
  /** @default the browser's `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** Shares of devices that a new version of a model can be tried on. */
const BUCKETS = 1000;

/** The real thing: this page's events, the shop's server, this browser. @param early events of this page that were told before */
export function openRanking(tracker: RankingTracker, options: RankingOptions, early: readonly VuaEvent[]): ShopperRanking {
  const { siteKey, apiUrl, fetch = (...request) => globalThis.fetch(...request) } = options;
  const { consent } = tracker;
  const isGranted = (): boolean => [consent.read().analytics, consent.read().personalization].includes('granted');
  const cache = createConsentedCache(isGranted, createModelCache(`vua-model-${siteKey}`), createMemoryModelCache());
  let latest = early.at(-1);
  const sequence = keepSequence({ consent, listen: tellBefore(tracker, early, (event) => { latest = event; }) }, { siteKey });
  const forget = (): void => { if (!isGranted()) void cache.clear(); };
  const stop = consent.onChange(forget);
  // Taken back since the last page.
  forget();
  const openModel = async (): Promise<RankingModel | ModelFault> => {
    const bucket = latest && markOf(latest.anonymousId) % BUCKETS;
    const loading = await loadModel({ siteKey, apiUrl, bucket, cache, fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }) });
    return loading.status === 'unavailable' ? loading.reason : openRanker(loading.model, options, tracker, sequence);
  };
  const ranking = createShopperRanking({ sequence, openModel, askByVector: createVectorAsker({ siteKey, apiUrl, fetch }), maySend: isGranted });
  return {
    ...ranking,
    close() {
      stop();
      cache.close();
      ranking.close();
    },
  };
}

/** Tells what came before, then what comes. */
const tellBefore = (tracker: RankingTracker, early: readonly VuaEvent[], note: (event: VuaEvent) => void): RankingTracker['listen'] => (listener) => {
  early.forEach(listener);
  return tracker.listen((event) => {
    note(event);
    listener(event);
  });
};

function openRanker(model: DeviceModel, options: RankingOptions, { consent }: RankingTracker, sequence: KeptSequence): RankingModel {
  const { opened } = model;
  const device = shopperDevice();
  const isPersonal = consent.read().personalization === 'granted';
  const engine = chooseEngine({ items: opened.manifest.shape.items, hasWebGpu: device.hasWebGpu, fineTunes: options.fineTunes === true && isPersonal, hasRuntime: true });
  if (engine === 'pure') return { opened, ranker: openPureRanker(opened) };
  // The runtime takes seconds to come and to start: until then, and where it does not, the engine without one answers.
  const base = createSwitchingRanker(openPureRanker(opened));
  const opening = openOnnx(model, options);
  void opening.then((onnx) => { if (onnx !== undefined) base.switchTo(onnx); });
  const ranker = createTunedRanker(opened, base.ranker, async (history) => (await opening)?.tune(history, FINE_TUNING));
  if (options.fineTunes !== false && isPersonal) tuneOnce(ranker, { device, consent, history: async () => createHistoryEncoder(opened)(await sequence.read()) });
  return { opened, ranker };
}

interface Tuning {
  readonly device: ShopperDevice;
  readonly consent: RankingTracker['consent'];
  readonly history: () => Promise<StepWindow>;
}

/** Tunes in the page's first quiet moment, and sets back when consent is withdrawn. */
function tuneOnce(ranker: TunedRanker, { device, consent, history }: Tuning): void {
  consent.onChange(() => { if (consent.read().personalization !== 'granted') ranker.reset(); });
  const tune = async (): Promise<void> => {
    const isCharging = await device.isCharging();
    await device.whenIdle();
    if (mayFineTune({ isOn: true, consent: consent.read(), isIdle: true, isCharging, isDesktop: device.isDesktop })) await ranker.tune(await history());
  };
  // A worker that was lost leaves the shop's own parameters in use.
  void tune().catch(() => undefined);
}

/** Undefined where the runtime or the file for it does not come: then the engine without one goes on. */
async function openOnnx(model: DeviceModel, { assetsUrl = new URL('.', import.meta.url) }: RankingOptions): Promise<OnnxRanker | undefined> {
  try {
    const { openRuntime } = await import('./open-runtime.ts');
    return await openRuntime(model, assetsUrl);
  } catch {
    return undefined;
  }
}
