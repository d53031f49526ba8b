import { expect, it } from 'vitest';
import { progressBar } from './progress-bar.ts';

it('fills with what is done and tells how long the rest takes', () => {
  expect(progressBar(0, 60, 0, 0)).toBe(`[${'-'.repeat(30)}] 0/60`);
  expect(progressBar(20, 60, 1000, 41_000)).toBe(`[${'#'.repeat(10)}${'-'.repeat(20)}] 20/60, 80 s left`);
  expect(progressBar(60, 60, 0, 60_000)).toBe(`[${'#'.repeat(30)}] 60/60, 0 s left`);
});
