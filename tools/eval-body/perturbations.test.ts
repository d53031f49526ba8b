import { describe, expect, it } from 'vitest';
import type { PictureChange } from '../scan-lab/picture-change.ts';
import { drawCapture } from './draw-capture.ts';
import { PERTURBATION_NAMES, PERTURBATIONS, type PerturbationName } from './perturbations.ts';
import { KNOWN_PERSON, UNKNOWN_PERSON } from './testing/people-examples.ts';

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);
const draws = (name: PerturbationName) => SEEDS.map((seed) => drawCapture(PERTURBATIONS[name], KNOWN_PERSON, 1, seed));

function changes<K extends PictureChange['type']>(name: PerturbationName, type: K): Extract<PictureChange, { type: K }>[] {
  return draws(name).flatMap(({ front, side }) => [...front, ...side]).filter((change): change is Extract<PictureChange, { type: K }> => change.type === type);
}

/** Whether all lie inside, and reach most of the way to either end. */
function fills(values: readonly number[], from: number, to: number): boolean {
  const margin = 0.05 * (to - from);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least >= from && most <= to && least < from + margin && most > to - margin;
}

describe.each(PERTURBATION_NAMES)('%s', (name) => {
  it('says what it draws and needs nothing that a known person lacks', () => {
    expect(PERTURBATIONS[name].distribution.length).toBeGreaterThan(20);
    expect(PERTURBATIONS[name].missing?.(KNOWN_PERSON)).toBeUndefined();
  });
});

describe('PERTURBATIONS', () => {
  it('turns the camera alike in both views, up to ten degrees either way', () => {
    const moves = changes('tilt', 'move-camera');
    expect(fills(moves.map(({ pitchDeg }) => pitchDeg), -10, 10)).toBe(true);
    expect(fills(moves.map(({ rollDeg }) => rollDeg), -10, 10)).toBe(true);
    for (const { front, side } of draws('tilt')) expect(front).toEqual(side);
  });

  it('keeps to the stated ranges of blur, light and noise', () => {
    expect(fills(changes('blur', 'blur').map(({ sigmaShare }) => sigmaShare), 0.0008, 0.0024)).toBe(true);
    expect(fills(changes('half-light', 'light').map(({ gain }) => gain), 0.4, 0.6)).toBe(true);
    expect(fills(changes('noise', 'noise').map(({ sd }) => sd), 8, 16)).toBe(true);
  });

  it('gives the two views noise of their own', () => {
    const seeds = changes('noise', 'noise').map(({ seed }) => seed);
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('mistypes the stature by 2 cm either way and leaves the pictures', () => {
    const all = draws('height');
    expect(new Set(all.map(({ statureCm }) => statureCm))).toEqual(new Set([-2, 2]));
    expect(all.every(({ front, side }) => front.length === 0 && side.length === 0)).toBe(true);
  });

  it('dilates by one centimetre at the distance of the body', () => {
    expect(PERTURBATIONS.dilated.draw(Math.random, KNOWN_PERSON).side).toEqual([{ type: 'dilate', maskUrl: '/pictures/a-side-mask.png', radiusShare: 0.004 }]);
  });

  it('closes the gap of one arm or of both', () => {
    const arms = changes('arm-touching', 'close-arm-gaps').map((change) => change.arms);
    expect(new Set(arms.map((each) => each.map(({ shoulder }) => shoulder[0]).join()))).toEqual(new Set(['0.6', '0.4', '0.6,0.4']));
    expect(fills(arms.flat().map(({ reach }) => reach), 0.4, 0.8)).toBe(true);
    expect(arms[0]?.[0]?.trunk).toEqual([[0.5, 0.3], [0.5, 0.5]]);
  });

  it('holds the phone anew for every view, within two standard deviations', () => {
    const moves = changes('handheld', 'move-camera');
    for (const { pitchDeg, rollDeg, shift = [], scale = NaN } of moves) {
      for (const tilt of [pitchDeg, rollDeg]) expect(Math.abs(tilt)).toBeLessThanOrEqual(3);
      for (const way of shift) expect(Math.abs(way)).toBeLessThanOrEqual(0.03);
      expect(Math.abs(scale - 1)).toBeLessThanOrEqual(0.04);
    }
    expect(new Set(moves.map(({ pitchDeg }) => pitchDeg)).size).toBe(moves.length);
    expect(PERTURBATIONS.handheld.captures).toBe(10);
  });

  it('names what a person without development files lacks', () => {
    const lacking = PERTURBATION_NAMES.filter((name) => PERTURBATIONS[name].missing?.(UNKNOWN_PERSON) !== undefined);
    expect(lacking).toEqual(['dilated', 'arm-touching']);
  });
});
