import type { BodyEstimate, BodyProfile, FusedEstimate, LaterAnswers } from '@vua/models/body';
import type { FittingEngine, SizeChartAnswer } from './elements/fitting-engine.ts';
import type { DeviceProfile } from './profile/index.ts';
import { type FindBodyModel, createBodyModelFinder } from './worker/find-body-model.ts';
import type { ScanWorkerApi } from './worker/scan-worker-api.ts';
import { SdkError } from './sdk-error.ts';
import { type ResolvedVuaOptions, type VuaOptions, resolveVuaOptions } from './vua-options.ts';

const PARTS: VuaParts = {
  async openWorker({ assetsUrl, calibration, findBodyModel }) {
    const { createScanWorkerClient } = await loadCode(() => import('./worker/index.ts'));
    return createScanWorkerClient({ assetsUrl, calibration, findBodyModel });
  },
  async estimateFromAnswers(profile, options) {
    const { measureAnswers } = await loadCode(() => import('./elements/measure-answers.ts'));
    return measureAnswers(profile, options);
  },
  async refineBody(body, later, options) {
    const { refineAnswers } = await loadCode(() => import('./elements/measure-answers.ts'));
    return refineAnswers(body, later, options);
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
  /** Measurements kept on this device for the next visit, if the shopper agrees. */
  readonly profile: DeviceProfile;
}

/** An open worker. */
interface WorkerHandle {
  readonly api: ScanWorkerApi;
  /** Loads weights and picks an engine. */
  load(): Promise<unknown>;
  /** Safe to call twice. */
  close(): void;
}

interface PartOptions extends ResolvedVuaOptions {
  readonly findBodyModel: FindBodyModel;
}

/** The heavy parts, each loaded when it is first needed. */
export interface VuaParts {
  openWorker(options: PartOptions): Promise<WorkerHandle>;
  estimateFromAnswers(profile: BodyProfile, options: PartOptions): Promise<BodyEstimate>;
  refineBody(body: BodyEstimate, later: LaterAnswers, options: PartOptions): Promise<FusedEstimate>;
}

// As part of an address they would lead to another one.
const NO_PART_OF_A_PATH = ['', '.', '..'];

/** A chart is 2 kB: who waits longer would rather be told so. */
const CHART_LIMIT_MS = 10_000;

/** `fetch` that gives up, also while the answer drips in. */
const fetchWithin = (limitMs: number, fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(limitMs) });

// Not the whole of the size models: importing charts is for merchants.
const loadAdvice = () => import('./elements/advise-charts.ts');

/** A part of our own code; that it does not come is a fault that the shopper is told of. */
async function loadCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new SdkError('navigator' in globalThis && !navigator.onLine ? 'offline' : 'model-unavailable', 'a part of the code could not be loaded', { cause });
  }
}

/** Its code comes with its first use. Without code there is no profile: that is an answer, as all that storage cannot do. */
function lazyProfile(siteKey: string | undefined): DeviceProfile {
  const open = async (): Promise<DeviceProfile> => (await loadCode(() => import('./profile/index.ts'))).openDeviceProfile(siteKey);
  const ask = async <T>(question: (profile: DeviceProfile) => Promise<T>, withoutCode: T): Promise<T> => {
    const profile = await open().catch(() => undefined);
    return profile ? question(profile) : withoutCode;
  };
  return {
    read: () => ask((profile) => profile.read(), { status: 'none' }),
    keep: (...given) => ask((profile) => profile.keep(...given), { status: 'refused', reason: 'unavailable' }),
    forget: () => ask((profile) => profile.forget(), { status: 'unreachable' }),
  };
}

async function sizeChartOf(productId: string, options: ResolvedVuaOptions): Promise<SizeChartAnswer> {
  if (NO_PART_OF_A_PATH.includes(productId)) return { status: 'missing', reason: 'unknown-product' };
  try {
    const { fetchSizeChart } = await loadCode(() => import('./elements/fetch-size-chart.ts'));
    return await fetchSizeChart(productId, { ...options, fetch: fetchWithin(CHART_LIMIT_MS, options.fetch) });
  } catch (error) {
    if (SdkError.is(error)) return { status: 'missing', reason: 'unreachable' };
    // Half a character: no address can hold it, so no product has it.
    if (error instanceof URIError) return { status: 'missing', reason: 'unknown-product' };
    throw error;
  }
}

/** {@link createVua} from given parts. */
export function assembleVua(given: VuaOptions, parts: VuaParts): Vua {
  const resolved = resolveVuaOptions(given);
  const options: PartOptions = { ...resolved, findBodyModel: createBodyModelFinder(resolved) };
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
    const loading = loadWorker();
    const mine = opening;
    const [handle, scan] = await Promise.all([
      loading, loadCode(() => import('./scan/index.ts')), loadCode(loadAdvice), loadCode(() => import('./elements/measure-answers.ts')),
    ]);
    // Disposed of meanwhile: a camera that opened now would be nobody's.
    if (opening !== mine) throw new SdkError('aborted', 'the SDK was disposed of while it loaded');
    return { api: handle.api, scan };
  };

  return {
    locale: options.locale,
    profile: lazyProfile(options.siteKey),
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
    refineBody: (body, later) => parts.refineBody(body, later, options),
    sizeChartOf: (productId) => sizeChartOf(productId, options),
    adviseSize: async (question) => (await loadCode(loadAdvice)).adviseChart(question),
    glanceSizes: async (question) => (await loadCode(loadAdvice)).glanceCharts(question),
    dispose: close,
  };
}
