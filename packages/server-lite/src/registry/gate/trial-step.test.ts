import { expect, it } from 'vitest';
import { TRIAL_STEPS, trialPhase } from './trial-step.ts';

const DAY_MS = 86_400_000;

it.each([[0, 'early'], [DAY_MS - 1, 'early'], [DAY_MS, 'open'], [6 * DAY_MS - 1, 'open'], [6 * DAY_MS, 'over'], [-DAY_MS, 'early']])('after %d ms a trial is %s', (ms, phase) => {
  expect(trialPhase(1e12, 1e12 + ms)).toBe(phase);
});

it('what is on no trial is never decided well', () => {
  expect(trialPhase(undefined, 1e12)).toBe('early');
  expect(Object.values(TRIAL_STEPS.canary.early).filter((step) => step !== 'wait')).toEqual(['reject']);
  expect(new Set(Object.values(TRIAL_STEPS.active.early))).toEqual(new Set(['wait']));
});

it('every trial ends, before the next training', () => {
  for (const place of ['canary', 'active'] as const) expect(Object.values(TRIAL_STEPS[place].over)).not.toContain('wait');
});
