import type { BodyEstimate, BodyProfile } from '@vua/models/body';
import type { FittingEngine } from './elements/fitting-engine.ts';
import type { ScanWorkerApi } from './worker/scan-worker-api.ts';
import { type ResolvedVuaOptions, type VuaOptions, resolveVuaOptions } from './vua-options.ts';

const PARTS: VuaParts = {
  async openWorker({ assetsUrl, calibration }) {
    const { createScanWorkerClient } = await import('./worker/index.ts');
    return createScanWorkerClient({ assetsUrl, calibration });
  },
  async estimateFromAnswers(profile, options) {
    const { measureAnswers } = await import('./elements/measure-answers.ts');
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
  const loadScan = async () => {
    const [handle, scan] = await Promise.all([loadWorker(), import('./scan/index.ts')]);
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
