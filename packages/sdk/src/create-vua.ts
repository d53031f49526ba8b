import type { BodyEstimate, BodyProfile } from '@vua/models/body';
import type { FittingEngine } from './elements/fitting-engine.ts';
import type { ScanWorkerApi } from './worker/scan-worker-api.ts';
import { SdkError } from './sdk-error.ts';
import { type ResolvedVuaOptions, type VuaOptions, resolveVuaOptions } from './vua-options.ts';

const PARTS: VuaParts = {
  async openWorker({ assetsUrl, calibration }) {
    const { createScanWorkerClient } = await loadCode(() => import('./worker/index.ts'));
    return createScanWorkerClient({ assetsUrl, calibration });
  },
  async estimateFromAnswers(profile, options) {
    const { measureAnswers } = await loadCode(() => import('./elements/measure-answers.ts'));
    return measureAnswers(profile, options);
  },
};

/**
 * The headless API: everything the size finder does, without its dialog. Does nothing and loads nothing until it is asked.
 * @throws {TypeError} for an `assetsUrl` or `apiUrl` that is no URL, or an unknown `locale`.
 * @example
 * const vua = createVua({ assetsUrl: '/vua/' });
 * const body = await vua.measureFromAnswers({ statureCm: 165, massKg: 56, ageYears: 29 });
 * const advice = await vua.adviseSize({ body, chart });
 */
export function createVua(options: VuaOptions): Vua {
  return assembleVua(options, PARTS);
}

/** The headless API: scan, photos or answers in, measurements and sizes out; all on the device. */
export interface Vua extends FittingEngine {
  readonly locale: 'vi' | 'en';
}

/** An open worker. */
interface WorkerHandle {
  readonly api: ScanWorkerApi;
  /** Loads weights and picks an engine. */
  load(): Promise<unknown>;
  /** Safe to call twice. */
  close(): void;
}

/** The heavy parts, each loaded when it is first needed. */
export interface VuaParts {
  openWorker(options: ResolvedVuaOptions): Promise<WorkerHandle>;
  estimateFromAnswers(profile: BodyProfile, options: ResolvedVuaOptions): Promise<BodyEstimate>;
}

/** A part of our own code; that it does not come is a fault that the shopper is told of. */
async function loadCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new SdkError('navigator' in globalThis && !navigator.onLine ? 'offline' : 'model-unavailable', 'a part of the code could not be loaded', { cause });
  }
}

/** {@link createVua} from given parts. */
export function assembleVua(given: VuaOptions, parts: VuaParts): Vua {
  const options = resolveVuaOptions(given);
  let opening: Promise<WorkerHandle> | undefined;

  // A failed load is forgotten, so that the next press tries again.
  const loadWorker = async (): Promise<WorkerHandle> => {
    const mine = opening ??= parts.openWorker(options);
    try {
      const handle = await mine;
      await handle.load();
      return handle;
    } catch (error) {
      if (opening === mine) close();
      throw error;
    }
  };
  const close = (): void => {
    void opening?.then((handle) => handle.close(), () => undefined);
    opening = undefined;
  };
  // With all that comes after the pictures too: whoever loses the network during a scan still gets a size, or can answer questions.
  const loadScan = async () => {
    const [handle, scan] = await Promise.all([
      loadWorker(), loadCode(() => import('./scan/index.ts')), loadCode(() => import('@vua/models/size')), loadCode(() => import('./elements/measure-answers.ts')),
    ]);
    return { api: handle.api, scan };
  };

  return {
    locale: options.locale,
    preload: async () => void (await loadScan()),
    async startScan(given) {
      const { api, scan } = await loadScan();
      return scan.runScan({ ...given, worker: api, locale: options.locale });
    },
    async measurePhotos(given) {
      const { api, scan } = await loadScan();
      return scan.scanPhotos({ ...given, worker: api });
    },
    measureFromAnswers: (profile) => parts.estimateFromAnswers(profile, options),
    async sizeChartOf(productId) {
      const { fetchSizeChart } = await import('./elements/fetch-size-chart.ts');
      return fetchSizeChart(productId, options);
    },
    async adviseSize(question) {
      const { adviseSize } = await import('@vua/models/size');
      return adviseSize(question);
    },
    dispose: close,
  };
}
