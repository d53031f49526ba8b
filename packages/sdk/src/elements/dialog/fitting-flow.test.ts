import { describe, expect, it } from 'vitest';
import type { BodyEstimate } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';
import type { DeviceProfile, ProfileConsent } from '../../profile/index.ts';
import type { ScanFailure } from '../../scan/index.ts';
import { SdkError } from '../../sdk-error.ts';
import type { FittingEngine } from '../fitting-engine.ts';
import { type MemoryEngineScript, createMemoryEngine } from '../testing/memory-engine.ts';
import { FittingFlow } from './fitting-flow.ts';
import { SCREEN_NEXT, type Screen, canShow, screenBefore } from './screen-table.ts';

const chart: SizeChart = {
  id: 'c', garmentType: 'shirt', fit: 'regular',
  rows: [{ label: 'S', body: { chest: { minCm: 84, maxCm: 90 } } }, { label: 'M', body: { chest: { minCm: 90, maxCm: 96 } } }],
};
const script: MemoryEngineScript = { chart, meansCm: { chest: 93 }, sdCm: 0.5 };

function flowOn(engine: FittingEngine, isWholeShop = false) {
  const told: string[] = [];
  const flow = new FittingFlow({
    engine, product: 'p', isWholeShop, video: {} as HTMLVideoElement,
    onChange: () => undefined, onBody: () => undefined, onDone: () => undefined,
    onAdvised: (size, certainty) => void told.push(`advised ${size} ${certainty}`),
    onChosen: (size, certainty) => void told.push(`chosen ${size} ${certainty ?? 'by hand'}`),
  });
  return { flow, told };
}

const settle = async (): Promise<void> => { for (let turn = 0; turn < 20; turn++) await Promise.resolve(); };

async function answer(flow: FittingFlow): Promise<void> {
  flow.choose('answers');
  flow.edit({ statureCm: '165', mass: '56' });
  flow.submitAnswers();
  await settle();
}

async function toPreparation(flow: FittingFlow): Promise<void> {
  await flow.begin();
  flow.choose('camera');
  flow.edit({ statureCm: '165' });
  flow.submitAnswers();
}

describe('the table of screens', () => {
  const screens = Object.keys(SCREEN_NEXT) as Screen[];

  it('reaches every screen from the first', () => {
    const reached = new Set<Screen>(['loading']);
    for (const screen of reached) for (const next of SCREEN_NEXT[screen]) reached.add(next);
    expect([...reached].sort()).toEqual(screens.toSorted());
  });

  it('allows every way back, and a way out of every screen', () => {
    for (const screen of screens) {
      expect(SCREEN_NEXT[screen].length).toBeGreaterThan(0);
      for (const way of ['camera', 'photos', 'answers'] as const) expect(canShow(screen, screenBefore({ screen, way, chartFrom: 'ways' }) ?? screen), `${screen}, ${way}`).toBe(true);
    }
  });
});

describe('the flow', () => {
  it('tells an advice once, however often it is looked at', async () => {
    const { flow, told } = flowOn(createMemoryEngine(script));
    await flow.begin();
    flow.choose('answers');
    flow.edit({ statureCm: '165', mass: '56' });
    flow.submitAnswers();
    await settle();
    flow.prefer('close');
    await settle();
    flow.prefer('regular');
    await settle();
    expect(flow.state.screen).toBe('result');
    expect(told).toEqual(['advised M high']);
  });

  it('goes through a scan to its result and back into it', async () => {
    const engine = createMemoryEngine(script);
    const { flow, told } = flowOn(engine);
    await toPreparation(flow);
    await flow.measuring.startScan();
    expect(flow.state.screen).toBe('scan');
    engine.emit({ step: 'measuring', caption: '', progress: 0.9 });
    expect(flow.state.screen).toBe('working');
    engine.emit({ step: 'done', caption: '', progress: 1, body: engine.body('camera'), outlines: engine.outlines });
    await settle();
    expect(flow.state.screen).toBe('result');
    expect(told).toEqual(['advised M high']);
    flow.measuring.retake('side');
    engine.emit({ step: 'permission', caption: '', progress: 0.5 });
    expect(flow.state.screen).toBe('scan');
    expect(engine.calls).toContain('retake side');
  });

  it('closes a scan that began after the shopper went back', async () => {
    const engine = createMemoryEngine(script);
    const { flow } = flowOn(engine);
    await toPreparation(flow);
    const starting = flow.measuring.startScan();
    flow.close();
    await starting;
    expect(engine.calls.filter((call) => call === 'close scan')).toHaveLength(1);
    expect(engine.calls.at(-1)).toBe('close scan');
  });

  it('drops measurements that come after the dialog was closed', async () => {
    const { flow, told } = flowOn(createMemoryEngine(script));
    await flow.begin();
    flow.choose('answers');
    flow.edit({ statureCm: '165', mass: '56' });
    flow.submitAnswers();
    flow.close();
    await settle();
    expect(told).toEqual([]);
    expect(flow.state.screen).toBe('working');
  });

  it('turns what is thrown into a problem with ways out', async () => {
    const { flow } = flowOn(createMemoryEngine({ ...script, answersFail: 'model-corrupt' }));
    await flow.begin();
    flow.choose('answers');
    flow.edit({ statureCm: '165', mass: '56' });
    flow.submitAnswers();
    await settle();
    expect(flow.state).toMatchObject({ screen: 'problem', failure: { kind: 'fault', code: 'model-corrupt' } });
    expect(flow.state.failure?.offers).toContain('manual');
    flow.takeUp('manual');
    expect(flow.state.screen).toBe('details');
  });

  it('comes back from the chart to the screen that showed it', async () => {
    const { flow } = flowOn(createMemoryEngine(script));
    await flow.begin();
    await answer(flow);
    flow.showChart();
    flow.back();
    expect(flow.state.screen).toBe('result');
    flow.back();
    flow.back();
    flow.showChart();
    flow.back();
    expect(flow.state.screen).toBe('ways');
  });

  it('goes back one step at a time, and keeps what was answered', async () => {
    const { flow } = flowOn(createMemoryEngine(script));
    await flow.begin();
    await answer(flow);
    const seen = [flow.state.screen];
    for (let press = 0; press < 3; press++) {
      flow.back();
      seen.push(flow.state.screen);
    }
    expect(seen).toEqual(['result', 'details', 'ways', 'ways']);
    expect(flow.state.draft).toMatchObject({ statureCm: '165', mass: '56' });
  });

  it('lets go of a scan that loads when the shopper goes back', async () => {
    const engine = createMemoryEngine(script);
    const { flow } = flowOn(engine);
    await toPreparation(flow);
    const starting = flow.measuring.startScan();
    expect(flow.state.screen).toBe('working');
    flow.back();
    await starting;
    expect(flow.state.screen).toBe('prepare');
    expect(engine.calls.at(-1)).toBe('close scan');
  });

  it('says beside a photo what was wrong with it, until it is another', async () => {
    const failure: ScanFailure = { kind: 'refused', view: 'side', reason: 'not-side-on', offers: ['retake', 'photos', 'manual'] };
    const { flow } = flowOn({ ...createMemoryEngine(script), measurePhotos: async () => ({ status: 'failed', failure }) });
    await flow.begin();
    flow.choose('photos');
    flow.edit({ statureCm: '165' });
    flow.submitAnswers();
    for (const view of ['front', 'side'] as const) flow.measuring.addPhoto(view, new File([], view));
    flow.measuring.measurePhotos();
    await settle();
    expect(flow.state.screen).toBe('problem');
    flow.takeUp('photos');
    expect(flow.state).toMatchObject({ screen: 'photos', failure });
    flow.measuring.addPhoto('front', new File([], 'other front'));
    expect(flow.state.failure).toEqual(failure);
    flow.measuring.addPhoto('side', new File([], 'other side'));
    expect(flow.state.failure).toBeUndefined();
  });

  it('does not say on the screen of the photos what was wrong with the camera', async () => {
    const engine = createMemoryEngine(script);
    const { flow } = flowOn(engine);
    await toPreparation(flow);
    await flow.measuring.startScan();
    engine.emit({ step: 'failed', caption: '', progress: 0, failure: { kind: 'refused', view: 'side', reason: 'not-side-on', offers: ['retake', 'photos', 'manual'] } });
    flow.takeUp('photos');
    expect(flow.state).toMatchObject({ screen: 'photos', way: 'photos', failure: undefined });
    expect(engine.calls.at(-1)).toBe('close scan');
  });

  it('counts what was told for a later scan too, from its own first estimate', async () => {
    const engine = createMemoryEngine(script);
    const { flow } = flowOn(engine);
    await flow.begin();
    await answer(flow);
    await flow.more.tell({ ownSize: 'M' });
    expect(flow.state.more.outcome).toBe('fused');
    flow.choose('camera');
    flow.submitAnswers();
    await flow.measuring.startScan();
    engine.emit({ step: 'done', caption: '', progress: 1, body: engine.body('camera'), outlines: engine.outlines });
    await settle();
    expect(flow.state.more.first?.body).toEqual(engine.body('camera'));
    expect(flow.state.measured?.outlines).toBe(engine.outlines);
    expect(engine.calls.filter((call) => call.startsWith('refine'))).toHaveLength(2);
    await flow.more.tell({ ownSize: undefined });
    expect(flow.state.measured).toEqual(flow.state.more.first);
  });

  it('begins with what was kept, keeps its date, and forgets it', async () => {
    const kept: [number | undefined, boolean][] = [];
    const engine = createMemoryEngine({ ...script, keptDaysAgo: 3 });
    const { profile } = engine;
    const { flow, told } = flowOn({ ...engine, profile: profile && { ...profile, keep: async (body, consent, measuredAtMs) => {
      kept.push([measuredAtMs, consent.agreed]);
      return profile.keep(body, consent, measuredAtMs);
    } } });
    await flow.begin();
    expect(flow.state).toMatchObject({ screen: 'kept', advice: { status: 'recommended', size: 'M' } });
    expect(told).toEqual([]);
    await flow.useKept();
    expect(flow.state).toMatchObject({ screen: 'result', draft: { statureCm: '165' } });
    await flow.keep();
    expect(kept).toEqual([[flow.state.measured?.measuredAtMs, true]]);
    flow.back();
    expect(flow.state.screen).toBe('kept');
    await flow.forget();
    expect(flow.state).toMatchObject({ screen: 'ways', kept: { status: 'gone' } });
  });

  it('keeps the surer body of whoever agreed to keep it, by the consent that was given', async () => {
    const engine = createMemoryEngine(script);
    const kept: [body: BodyEstimate, consent: ProfileConsent, measuredAtMs: number | undefined][] = [];
    const consent = { textVersion: 'an earlier wording', agreedAtMs: 5 };
    const found = { status: 'kept', body: engine.body('camera'), measuredAtMs: 7, ageDays: 3, consent, lasts: 'device' } as const;
    const profile: DeviceProfile = { ...engine.profile, read: async () => found, forget: async () => ({ status: 'forgotten' }), keep: async (...given) => {
      kept.push(given as (typeof kept)[number]);
      return { status: 'kept', lasts: 'device', measuredAtMs: 7 };
    } };
    const { flow } = flowOn({ ...engine, profile });
    await flow.begin();
    await flow.useKept();
    expect(kept).toEqual([]);
    await flow.more.tell({ ownSize: 'M' });
    expect(kept).toEqual([[flow.state.measured?.body, { agreed: true, ...consent }, 7]]);
    expect(flow.state.kept).toMatchObject({ status: 'kept', found: { body: flow.state.measured?.body, measuredAtMs: 7, ageDays: 3 } });
    await flow.more.tell({ ownSize: undefined });
    expect(kept.at(-1)?.[0]).toEqual(found.body);
    await flow.forget();
    await flow.more.tell({ ownSize: 'M' });
    expect(kept).toHaveLength(2);
  });

  it('keeps no surer body of whoever did not agree, or was measured anew beside what is kept', async () => {
    for (const keptDaysAgo of [undefined, 3]) {
      const engine = createMemoryEngine({ ...script, ...(keptDaysAgo !== undefined && { keptDaysAgo }) });
      const { flow } = flowOn(engine);
      await flow.begin();
      flow.measureAgain();
      await answer(flow);
      await flow.more.tell({ ownSize: 'M' });
      expect(engine.calls.filter((call) => call.startsWith('keep'))).toEqual([]);
      await flow.keep();
      await flow.more.tell({ ownSize: undefined });
      expect(engine.calls.filter((call) => call.startsWith('keep'))).toEqual(['keep true', 'keep true']);
    }
  });

  it('says by name what kept it from beginning, and begins when it is asked to again', async () => {
    const engine = createMemoryEngine(script);
    let isBroken = true;
    const { flow } = flowOn({ ...engine, sizeChartOf: async (product) => {
      if (isBroken) throw new TypeError('no chart of that kind');
      return engine.sizeChartOf(product);
    } });
    await flow.begin();
    expect(flow.state).toMatchObject({ screen: 'no-chart', failure: { kind: 'fault', code: 'unexpected' }, chartProblem: undefined });
    isBroken = false;
    await flow.begin();
    expect(flow.state).toMatchObject({ screen: 'ways', failure: undefined });
  });

  it('says nothing of what broke after it was closed', async () => {
    const { flow } = flowOn({ ...createMemoryEngine(script), sizeChartOf: () => Promise.reject(new SdkError('offline')) });
    const beginning = flow.begin();
    flow.close();
    await beginning;
    expect(flow.state).toMatchObject({ screen: 'loading', failure: undefined });
  });

  it('names a height and a weight that hardly go together beside the weight, until one of them is changed', async () => {
    const engine = createMemoryEngine(script);
    const { flow } = flowOn(engine);
    await flow.begin();
    flow.choose('answers');
    for (const change of [{ statureCm: '170' }, { mass: '60' }]) {
      flow.edit({ statureCm: '120', mass: '250' });
      flow.submitAnswers();
      expect(flow.state).toMatchObject({ screen: 'details', problems: { mass: 'mass-implausible' } });
      flow.edit(change);
      expect(flow.state.problems.mass).toBeUndefined();
    }
    expect(engine.calls).toEqual([]);
  });

  it('takes no later weight that hardly goes with the height', async () => {
    const engine = createMemoryEngine(script);
    const { flow } = flowOn(engine);
    await flow.begin();
    await answer(flow);
    flow.more.typeMass('240');
    await flow.more.tellMass();
    expect(flow.state.more).toMatchObject({ massProblem: 'mass-implausible', told: {} });
    flow.more.typeMass('60');
    await flow.more.tellMass();
    expect(flow.state.more).toMatchObject({ massProblem: undefined, told: { massKg: 60 } });
  });

  it('measures for a whole shop without a chart', async () => {
    const engine = createMemoryEngine({ ...script, chartAnswer: { status: 'missing', reason: 'unreachable' } });
    const { flow, told } = flowOn(engine, true);
    await flow.begin();
    await answer(flow);
    expect(flow.state).toMatchObject({ screen: 'result', advice: undefined, measured: { body: { source: 'answers' } } });
    expect(told).toEqual([]);
  });

  it('says so when the code that advises does not come, and what is kept can still be deleted', async () => {
    const engine = createMemoryEngine({ ...script, keptDaysAgo: 3 });
    const { flow } = flowOn({ ...engine, adviseSize: () => Promise.reject(new SdkError('offline')) });
    await flow.begin();
    expect(flow.state).toMatchObject({ screen: 'kept', advice: undefined });
    await flow.useKept();
    expect(flow.state).toMatchObject({ screen: 'problem', failure: { kind: 'fault', code: 'offline' } });
  });
});
