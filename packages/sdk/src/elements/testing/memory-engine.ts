import type { BodyEstimate, MeasurementName } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';
import { adviseSize, createAdviser } from '@vua/models/size';
import type { DeviceProfile, ProfileReading } from '../../profile/index.ts';
import type { ScanSession, ScanState } from '../../scan/index.ts';
import { SdkError, type SdkErrorCode } from '../../sdk-error.ts';
import type { Outline } from '../../worker/scan-worker-api.ts';
import type { FittingEngine, SizeChartAnswer } from '../fitting-engine.ts';

/** What a test decides: the measured body, what fails. Sizes are advised by the real code. */
export interface MemoryEngineScript {
  readonly chart?: SizeChart;
  readonly chartAnswer?: SizeChartAnswer;
  readonly meansCm: Partial<Record<MeasurementName, number>>;
  /** Standard deviation of every error. */
  readonly sdCm: number;
  readonly startFails?: SdkErrorCode;
  readonly answersFail?: SdkErrorCode;
  /** What further answers leave of every interval; more than 1: they contradict. @default 0.8 */
  readonly refinedFactor?: number;
  /** Days since an earlier visit kept the body; absent: nothing is kept. */
  readonly keptDaysAgo?: number;
}

/** The headless API in memory, and the handles by which a test plays the camera. */
export interface MemoryEngine extends FittingEngine {
  readonly calls: string[];
  /** Publishes a moment of the scan. */
  emit(state: ScanState): void;
  body(source: BodyEstimate['source']): BodyEstimate;
  readonly outlines: Readonly<Record<'front' | 'side', Outline>>;
}

export function createMemoryEngine(script: MemoryEngineScript): MemoryEngine {
  const calls: string[] = [];
  let listener: ((state: ScanState) => void) | undefined;
  const body = (source: BodyEstimate['source']): BodyEstimate => bodyOf(script, source);
  const { refinedFactor = 0.8 } = script;
  const fail = (code: SdkErrorCode | undefined): void => { if (code) throw new SdkError(code); };
  const session: ScanSession = {
    state: () => ({ step: 'idle', caption: '', progress: 0 }),
    subscribe: (given) => {
      listener = given;
      given({ step: 'permission', caption: '', progress: 0 });
      return () => { listener = undefined; };
    },
    retake: (view) => void calls.push(`retake ${view}`),
    retry: () => void calls.push('retry'),
    useCamera: (facing) => void calls.push(`camera ${facing}`),
    setMuted: (muted) => void calls.push(`muted ${muted}`),
    close: () => void calls.push('close scan'),
  };
  return {
    calls, body, outlines: OUTLINES,
    emit: (state) => listener?.(state),
    preload: async () => void calls.push('preload'),
    startScan: async ({ profile }) => {
      calls.push(`scan ${profile.statureCm}`);
      fail(script.startFails);
      return session;
    },
    measurePhotos: async ({ photos }) => {
      calls.push(`photos ${photos.front.size} ${photos.side.size}`);
      return { status: 'measured', body: body('camera'), outlines: OUTLINES };
    },
    measureFromAnswers: async (profile) => {
      calls.push(`answers ${JSON.stringify(profile)}`);
      fail(script.answersFail);
      return { ...body('answers'), profile };
    },
    refineBody: async (given, later) => {
      calls.push(`refine ${JSON.stringify(later)}`);
      fail(script.answersFail);
      return { status: refinedFactor > 1 ? 'contradicting' : 'fused', body: { ...given, measurements: bodyOf({ ...script, sdCm: script.sdCm * refinedFactor }, given.source).measurements } };
    },
    profile: memoryProfile(script, calls),
    glanceSizes: async ({ charts, ...question }) => {
      const adviser = createAdviser(question);
      return charts.map((chart) => adviser.glance(chart));
    },
    sizeChartOf: async () => script.chartAnswer ?? (script.chart ? { status: 'found', chart: script.chart } : { status: 'missing', reason: 'unknown-product' }),
    adviseSize: async (question) => adviseSize(question),
    dispose: () => void calls.push('dispose'),
  };
}

const DAY_MS = 86_400_000;

function memoryProfile(script: MemoryEngineScript, calls: string[]): DeviceProfile {
  const { keptDaysAgo } = script;
  let reading: ProfileReading = keptDaysAgo === undefined ? { status: 'none' } : {
    status: 'kept', body: bodyOf(script, 'camera'), measuredAtMs: Date.now() - keptDaysAgo * DAY_MS, ageDays: keptDaysAgo, lasts: 'device',
    consent: { textVersion: 'test', agreedAtMs: Date.now() - keptDaysAgo * DAY_MS },
  };
  return {
    read: async () => reading,
    keep: async (body, { agreed, textVersion }, measuredAtMs = Date.now()) => {
      calls.push(`keep ${agreed}`);
      reading = { status: 'kept', body, measuredAtMs, ageDays: 0, lasts: 'device', consent: { textVersion, agreedAtMs: Date.now() } };
      return { status: 'kept', lasts: 'device', measuredAtMs };
    },
    forget: async () => {
      calls.push('forget');
      reading = { status: 'none' };
      return { status: 'forgotten' };
    },
  };
}

function bodyOf({ meansCm, sdCm }: MemoryEngineScript, source: BodyEstimate['source']): BodyEstimate {
  const half = 1.6448536269514722 * sdCm;
  const measurements = Object.fromEntries(Object.entries(meansCm).map(([name, meanCm]) => [name, { meanCm, p5Cm: meanCm - half, p95Cm: meanCm + half }]));
  return { source, profile: { statureCm: 165 }, measurements };
}

/** A person of rectangles, 720 x 1280 px. */
const OUTLINES: MemoryEngine['outlines'] = {
  front: { widthPx: 720, heightPx: 1280, points: Float32Array.from([330, 150, 390, 150, 400, 260, 480, 300, 500, 700, 460, 700, 440, 1180, 370, 1180, 360, 760, 350, 1180, 280, 1180, 260, 700, 220, 700, 240, 300, 320, 260]) },
  side: { widthPx: 720, heightPx: 1280, points: Float32Array.from([340, 150, 400, 150, 400, 260, 430, 340, 410, 520, 440, 700, 410, 960, 430, 1180, 320, 1180, 330, 960, 310, 700, 330, 520, 310, 340, 340, 260]) },
};
