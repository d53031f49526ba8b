import { describe, expect, it } from 'vitest';
import { estimateAtZone } from './estimate-at-zone.ts';
import { exampleBody } from './testing/example-charts.ts';

describe('estimateAtZone', () => {
  const body = exampleBody({ chest: 90 }, 1);

  it('gives what was measured, and stature as the shopper says it', () => {
    expect(estimateAtZone(body, 'chest')?.meanCm).toBe(90);
    expect(estimateAtZone(body, 'stature')?.meanCm).toBe(body.profile.statureCm);
  });

  it('knows nothing of what is neither measured nor asked', () => {
    expect([estimateAtZone(body, 'hip'), estimateAtZone(body, 'underbust'), estimateAtZone(body, 'bustDifference')]).toEqual([undefined, undefined, undefined]);
  });
});
