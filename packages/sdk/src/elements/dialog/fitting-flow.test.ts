import { describe, expect, it } from 'vitest';
import type { SizeChart } from '@vua/models/contracts';
import type { FittingEngine } from '../fitting-engine.ts';
import { type MemoryEngineScript, createMemoryEngine } from '../testing/memory-engine.ts';
import { FittingFlow } from './fitting-flow.ts';
import { BACK, SCREEN_NEXT, type Screen, canShow } from './screen-table.ts';

const chart: SizeChart = {
  id: 'c', garmentType: 'shirt', fit: 'regular',
  rows: [{ label: 'S', body: { chest: { minCm: 84, maxCm: 90 } } }, { label: 'M', body: { chest: { minCm: 90, maxCm: 96 } } }],
};
const script: MemoryEngineScript = { chart, meansCm: { chest: 93 }, sdCm: 0.5 };

function flowOn(engine: FittingEngine) {
  const told: string[] = [];
  const flow = new FittingFlow({
    engine, product: 'p', video: {} as HTMLVideoElement,
    onChange: () => undefined,
    onAdvised: (size, certainty) => void told.push(`advised ${size} ${certainty}`),
    onChosen: (size, certainty) => void told.push(`chosen ${size} ${certainty ?? 'by hand'}`),
  });
  return { flow, told };
}

const settle = async (): Promise<void> => { for (let turn = 0; turn < 20; turn++) await Promise.resolve(); };

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
      expect(canShow(screen, BACK[screen] ?? screen)).toBe(true);
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
    await flow.startScan();
    expect(flow.state.screen).toBe('scan');
    engine.emit({ step: 'measuring', caption: '', progress: 0.9 });
    expect(flow.state.screen).toBe('working');
    engine.emit({ step: 'done', caption: '', progress: 1, body: engine.body('camera'), outlines: engine.outlines });
    await settle();
    expect(flow.state.screen).toBe('result');
    expect(told).toEqual(['advised M high']);
    flow.retake('side');
    engine.emit({ step: 'permission', caption: '', progress: 0.5 });
    expect(flow.state.screen).toBe('scan');
    expect(engine.calls).toContain('retake side');
  });

  it('closes a scan that began after the shopper went back', async () => {
    const engine = createMemoryEngine(script);
    const { flow } = flowOn(engine);
    await toPreparation(flow);
    const starting = flow.startScan();
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

  it('comes back from the chart to the result, or to the choice of ways', async () => {
    const { flow } = flowOn(createMemoryEngine(script));
    await flow.begin();
    flow.showChart();
    flow.back();
    expect(flow.state.screen).toBe('ways');
  });
});
