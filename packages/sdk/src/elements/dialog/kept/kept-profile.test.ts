import { expect, it } from 'vitest';
import type { BodyEstimate } from '@vua/models/body';
import type { DeviceProfile } from '../../../profile/index.ts';
import { KeptProfile } from './kept-profile.ts';
import type { KeptState } from './kept-state.ts';

const body: BodyEstimate = { source: 'camera', profile: { statureCm: 165 }, measurements: {} };
const works: DeviceProfile = {
  read: async () => ({ status: 'none' }),
  keep: async () => ({ status: 'kept', lasts: 'page', measuredAtMs: 0 }),
  forget: async () => ({ status: 'forgotten' }),
};

function keptOn(profile: DeviceProfile | undefined): { readonly kept: KeptProfile; readonly states: KeptState[] } {
  const states: KeptState[] = [];
  return { states, kept: new KeptProfile(profile, (state) => states.push(state)) };
}

it('finds nothing where nothing is kept, too old or unreadable, and offers nothing without a profile', async () => {
  for (const reading of [{ status: 'none' }, { status: 'expired', measuredAtMs: 0 }, { status: 'unreadable', reason: 'damaged' }] as const) {
    expect(await keptOn({ ...works, read: async () => reading }).kept.find()).toEqual({ status: 'none' });
  }
  expect(await keptOn(undefined).kept.find()).toEqual({ status: 'off' });
});

it('says what became of keeping and of deleting, also when it did not work', async () => {
  const { kept, states } = keptOn(works);
  await kept.keep(body);
  await kept.forget();
  expect(states).toEqual([{ status: 'kept', lasts: 'page' }, { status: 'gone' }]);
  const broken = keptOn({ ...works, keep: async () => ({ status: 'refused', reason: 'unavailable' }), forget: async () => ({ status: 'unreachable' }) });
  await broken.kept.keep(body);
  await broken.kept.forget();
  expect(broken.states).toEqual([{ status: 'failed' }, { status: 'stuck' }]);
});
