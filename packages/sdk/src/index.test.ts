import { expect, it } from 'vitest';
import * as surface from './index.ts';

it('offers exactly this', () => {
  expect(Object.keys(surface).sort()).toEqual(['SDK_ERROR_CODES', 'SdkError', 'createTracker', 'createVua', 'defineElements', 'followBodies', 'followElements', 'followShopper']);
});
