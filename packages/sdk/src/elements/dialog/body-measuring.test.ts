import { describe, expect, it } from 'vitest';
import type { ScanFailure } from '../../scan/index.ts';
import { createMemoryEngine } from '../testing/memory-engine.ts';
import { FITTING_SCRIPT, openFlow, settle, toPreparation } from './testing/open-flow.ts';

describe('measuring in the flow', () => {
  it('goes through a scan to its result and back into it', async () => {
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const { flow, told } = openFlow(engine);
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
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const { flow } = openFlow(engine);
    await toPreparation(flow);
    const starting = flow.measuring.startScan();
    flow.close();
    await starting;
    expect(engine.calls.filter((call) => call === 'close scan')).toHaveLength(1);
    expect(engine.calls.at(-1)).toBe('close scan');
  });

  it('refuses a file at once that is no image, and takes one that may be', async () => {
    const { flow } = openFlow(createMemoryEngine(FITTING_SCRIPT));
    await flow.begin();
    flow.choose('photos');
    flow.measuring.addPhoto('front', new File(['a,b'], 'chart.csv', { type: 'text/csv' }));
    expect(flow.state.failure).toMatchObject({ kind: 'fault', code: 'photo-unreadable', view: 'front' });
    expect(flow.state.photos.front).toBeUndefined();
    flow.measuring.addPhoto('front', new File(['?'], 'me.heic'));
    expect(flow.state.failure).toBeUndefined();
    expect(flow.state.photos.front?.name).toBe('me.heic');
  });

  it('drops measurements that come after the dialog was closed', async () => {
    const { flow, told } = openFlow(createMemoryEngine(FITTING_SCRIPT));
    await flow.begin();
    flow.choose('answers');
    flow.edit({ statureCm: '165', mass: '56' });
    flow.submitAnswers();
    flow.close();
    await settle();
    expect(told).toEqual([]);
    expect(flow.state.screen).toBe('working');
  });

  it('lets go of a scan that loads when the shopper goes back', async () => {
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const { flow } = openFlow(engine);
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
    const { flow } = openFlow({ ...createMemoryEngine(FITTING_SCRIPT), measurePhotos: async () => ({ status: 'failed', failure }) });
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
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const { flow } = openFlow(engine);
    await toPreparation(flow);
    await flow.measuring.startScan();
    engine.emit({ step: 'failed', caption: '', progress: 0, failure: { kind: 'refused', view: 'side', reason: 'not-side-on', offers: ['retake', 'photos', 'manual'] } });
    flow.takeUp('photos');
    expect(flow.state).toMatchObject({ screen: 'photos', way: 'photos', failure: undefined });
    expect(engine.calls.at(-1)).toBe('close scan');
  });
});
