import { expect, it } from 'vitest';
import { createAdmission } from './admission.ts';

it('lets in as many requests as may wait, and others when they leave', () => {
  const admission = createAdmission({ requests: 2, records: 100 });
  expect([admission.enter(1), admission.enter(1), admission.enter(1)]).toEqual([true, true, false]);
  admission.leave(1);
  expect([admission.enter(1), admission.enter(1)]).toEqual([true, false]);
});

it('lets in as many records as may wait', () => {
  const admission = createAdmission({ requests: 10, records: 100 });
  expect([admission.enter(60), admission.enter(41), admission.enter(40), admission.enter(1)]).toEqual([true, false, true, false]);
  admission.leave(60);
  expect(admission.enter(60)).toBe(true);
});

it('has a place for a large request that is alone', () => {
  const admission = createAdmission({ requests: 1, records: 1 });
  expect([admission.enter(500), admission.enter(1)]).toEqual([true, false]);
});
