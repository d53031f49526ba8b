import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTilt } from './open-tilt.ts';
import { tiltFromOrientation } from './tilt-from-orientation.ts';

const tilt = (betaDeg: number, gammaDeg: number, screenAngleDeg = 0, facing: 'user' | 'environment' = 'environment') => {
  const { pitchDeg, rollDeg } = tiltFromOrientation({ betaDeg, gammaDeg, screenAngleDeg }, facing);
  return [pitchDeg, rollDeg].map((degrees) => Math.round(degrees * 10) / 10 + 0);
};

describe('the back camera', () => {
  it('upright looks at the horizon', () => expect(tilt(90, 0)).toEqual([0, 0]));
  it('looks down when the top leans away from the person behind it', () => expect(tilt(70, 0)).toEqual([20, 0]));
  it('looks up when the top leans towards that person', () => expect(tilt(110, 0)).toEqual([-20, 0]));
  it('flat on a table looks straight down', () => expect(tilt(0, 0)).toEqual([90, 0]));
  it('landscape, on its left side, is upright again', () => expect(tilt(0, -90, 90)).toEqual([0, 0]));
  it('landscape, on its right side, too', () => expect(tilt(0, 90, 270)).toEqual([0, 0]));
  it('turned clockwise has a positive roll', () => {
    // Upright, then 10 degrees clockwise about the viewing axis: up = (-sin 10, cos 10, 0) of the phone.
    expect(tilt(80, 90)).toEqual([0, 10]);
  });
});

it('the front camera looks the other way and so turns the other way', () => {
  expect(tilt(70, 0, 0, 'user')).toEqual([-20, 0]);
  expect(tilt(80, 90, 0, 'user')).toEqual([0, -10]);
});

it('the two cameras are mirror images of each other at every angle', () => {
  const angle = fc.double({ min: -180, max: 180, noNaN: true });
  fc.assert(fc.property(angle, fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(0, 90, 180, 270), (betaDeg, gammaDeg, screenAngleDeg) => {
    const back = tiltFromOrientation({ betaDeg, gammaDeg, screenAngleDeg }, 'environment');
    const front = tiltFromOrientation({ betaDeg, gammaDeg, screenAngleDeg }, 'user');
    expect(front.pitchDeg).toBeCloseTo(-back.pitchDeg, 9);
    expect(Math.abs(back.pitchDeg)).toBeLessThanOrEqual(90);
    expect(Math.abs(back.rollDeg)).toBeLessThanOrEqual(180);
  }));
});

describe('openTilt', () => {
  const reading = (beta: number | null, gamma: number | null) => Object.assign(new Event('deviceorientation'), { alpha: 0, beta, gamma });

  it('gives the latest reading until it is closed', async () => {
    const target = new EventTarget();
    const watch = await openTilt('environment', { target, requestPermission: undefined, screenAngleDeg: () => 0 });
    expect(watch.latest()).toBeUndefined();
    target.dispatchEvent(reading(null, null));
    expect(watch.latest()).toBeUndefined();
    target.dispatchEvent(reading(80, 0));
    expect(watch.latest()?.pitchDeg).toBeCloseTo(10);
    watch.close();
    target.dispatchEvent(reading(60, 0));
    expect(watch.latest()?.pitchDeg).toBeCloseTo(10);
  });

  it.each([['denied', () => Promise.resolve('denied')], ['not asked within a press', () => Promise.reject(new Error('gesture'))]])('does without when %s', async (_why, requestPermission) => {
    const target = new EventTarget();
    const watch = await openTilt('user', { target, requestPermission, screenAngleDeg: () => 0 });
    target.dispatchEvent(reading(80, 0));
    expect(watch.latest()).toBeUndefined();
  });
});
