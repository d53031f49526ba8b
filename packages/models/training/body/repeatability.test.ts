import { describe, expect, it } from 'vitest';
import { repeatability } from './repeatability.ts';
import { chestPerson, REFUSED } from './testing/chest-outcome.ts';

const captures = (id: string, errorsCm: readonly number[]) => errorsCm.map((errorCm, i) => chestPerson(id, errorCm, { capture: i + 1 }));

describe('repeatability', () => {
  it('averages the standard deviations of the people, not their errors', () => {
    // Deviations of 1, 2, 3 are 1; of 4, 8 about 2.83.
    expect(repeatability([...captures('a', [1, 2, 3]), ...captures('b', [4, 8])], 'statureOnly')).toEqual({
      chest_cm: { meanSd: 1.91, p90Sd: 2.83, people: 2, sd: { a: 1, b: 2.83 } },
    });
    expect(repeatability(captures('a', [1, 2, 3]), 'withMass')['chest_cm']?.meanSd).toBe(0.5);
  });

  it('leaves out refused captures and people with fewer than two others', () => {
    const refused = chestPerson('a', 50, { capture: 4, statureOnly: REFUSED });
    expect(repeatability([...captures('a', [1, 2, 3]), refused, ...captures('b', [4])], 'statureOnly')['chest_cm']?.sd).toEqual({ a: 1 });
  });

  it('needs no truths', () => {
    const untold = captures('a', [1, 2, 3]).map((capture) => ({ ...capture, truth: undefined }));
    expect(repeatability(untold, 'statureOnly')['chest_cm']?.meanSd).toBe(1);
  });

  it('is empty when everybody was captured once', () => {
    expect(repeatability([...captures('a', [1]), ...captures('b', [2])], 'statureOnly')).toEqual({});
  });
});
