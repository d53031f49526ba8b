import { describe, expect, it } from 'vitest';
import type { BodyEstimate } from '@vua/models/body';
import type { DeviceProfile, ProfileConsent } from '../../profile/index.ts';
import { SdkError } from '../../sdk-error.ts';
import { createMemoryEngine } from '../testing/memory-engine.ts';
import { FITTING_SCRIPT, answer, openFlow } from './testing/open-flow.ts';

describe('a body that is kept', () => {
  it('begins with what was kept, keeps its date, and forgets it', async () => {
    const kept: [number | undefined, boolean][] = [];
    const engine = createMemoryEngine({ ...FITTING_SCRIPT, keptDaysAgo: 3 });
    const { profile } = engine;
    const { flow, told } = openFlow({ ...engine, profile: profile && { ...profile, keep: async (body, consent, measuredAtMs) => {
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
    const engine = createMemoryEngine(FITTING_SCRIPT);
    const kept: [body: BodyEstimate, consent: ProfileConsent, measuredAtMs: number | undefined][] = [];
    const consent = { textVersion: 'an earlier wording', agreedAtMs: 5 };
    const found = { status: 'kept', body: engine.body('camera'), measuredAtMs: 7, ageDays: 3, consent, lasts: 'device' } as const;
    const profile: DeviceProfile = { ...engine.profile, read: async () => found, forget: async () => ({ status: 'forgotten' }), keep: async (...given) => {
      kept.push(given as (typeof kept)[number]);
      return { status: 'kept', lasts: 'device', measuredAtMs: 7 };
    } };
    const { flow } = openFlow({ ...engine, profile });
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
      const engine = createMemoryEngine({ ...FITTING_SCRIPT, ...(keptDaysAgo !== undefined && { keptDaysAgo }) });
      const { flow } = openFlow(engine);
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

  it('says so when the code that advises does not come, and what is kept can still be deleted', async () => {
    const engine = createMemoryEngine({ ...FITTING_SCRIPT, keptDaysAgo: 3 });
    const { flow } = openFlow({ ...engine, adviseSize: () => Promise.reject(new SdkError('offline')) });
    await flow.begin();
    expect(flow.state).toMatchObject({ screen: 'kept', advice: undefined });
    await flow.useKept();
    expect(flow.state).toMatchObject({ screen: 'problem', failure: { kind: 'fault', code: 'offline' } });
  });
});
