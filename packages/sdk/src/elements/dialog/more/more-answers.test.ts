import { describe, expect, it } from 'vitest';
import { createMemoryEngine } from '../../testing/memory-engine.ts';
import { FITTING_SCRIPT, answer, openFlow, settle } from '../testing/open-flow.ts';

describe('what is told later', () => {
  it('counts what was told for a later scan too, from its own first estimate', async () => {
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const { flow } = openFlow(engine);
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

  it('takes no later weight that hardly goes with the height', async () => {
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const { flow } = openFlow(engine);
    await flow.begin();
    await answer(flow);
    flow.more.typeMass('240');
    await flow.more.tellMass();
    expect(flow.state.more).toMatchObject({ massProblem: 'mass-implausible', told: {} });
    flow.more.typeMass('60');
    await flow.more.tellMass();
    expect(flow.state.more).toMatchObject({ massProblem: undefined, told: { massKg: 60 } });
  });
});
