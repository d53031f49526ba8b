import { describe, expect, it } from 'vitest';
import { fitMass } from './fit-mass.ts';
import { madePeople } from './testing/made-people.ts';

describe('fitMass', () => {
  it('tells the mass of people whom it has not seen', () => {
    const { targets, weights, sd } = fitMass([...madePeople(800, 'male'), ...madePeople(50, 'female')], 'male');
    const errors = madePeople(100, 'male', 5).map(({ profile, measurements }) => {
      const features = [1, Math.log(profile.statureCm), ...targets.map((name) => Math.log((measurements[name] ?? NaN) / profile.statureCm))];
      return Math.log(profile.massKg) - features.reduce((sum, feature, i) => sum + feature * (weights[i] as number), 0);
    });
    const rms = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(rms).toBeLessThan(1.2 * sd);
    expect(sd).toBeLessThan(0.06);
  });
});
