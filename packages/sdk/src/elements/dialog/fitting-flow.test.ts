import { describe, expect, it } from 'vitest';
import { SdkError } from '../../sdk-error.ts';
import { createMemoryEngine } from '../testing/memory-engine.ts';
import { FITTING_SCRIPT, answer, openFlow, settle } from './testing/open-flow.ts';

describe('the flow', () => {
  it('tells an advice once, however often it is looked at', async () => {
    const { flow, told } = openFlow(createMemoryEngine(FITTING_SCRIPT));
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

  it('turns what is thrown into a problem with ways out', async () => {
    const { flow } = openFlow(createMemoryEngine({ ...FITTING_SCRIPT, answersFail: 'model-corrupt' }));
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
    const { flow } = openFlow(createMemoryEngine(FITTING_SCRIPT));
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
    const { flow } = openFlow(createMemoryEngine(FITTING_SCRIPT));
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

  it('says by name what kept it from beginning, and begins when it is asked to again', async () => {
    const engine = createMemoryEngine(FITTING_SCRIPT);
    let isBroken = true;
    const { flow } = openFlow({ ...engine, sizeChartOf: async (product) => {
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
    const { flow } = openFlow({ ...createMemoryEngine(FITTING_SCRIPT), sizeChartOf: () => Promise.reject(new SdkError('offline')) });
    const beginning = flow.begin();
    flow.close();
    await beginning;
    expect(flow.state).toMatchObject({ screen: 'loading', failure: undefined });
  });

  it('names a height and a weight that hardly go together beside the weight, until one of them is changed', async () => {
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const { flow } = openFlow(engine);
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

  it('measures for a whole shop without a chart', async () => {
    const engine = createMemoryEngine({ ...FITTING_SCRIPT, chartAnswer: { status: 'missing', reason: 'unreachable' } });
    const { flow, told } = openFlow(engine, true);
    await flow.begin();
    await answer(flow);
    expect(flow.state).toMatchObject({ screen: 'result', advice: undefined, measured: { body: { source: 'answers' } } });
    expect(told).toEqual([]);
  });
});
