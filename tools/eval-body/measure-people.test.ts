import type { BodyProfile } from '@vua/models/body';
import { describe, expect, it } from 'vitest';
import type { ScanOutcome } from '../../packages/sdk/src/worker/index.ts';
import type { LabPicture } from '../scan-lab/picture-change.ts';
import { measurePeople } from './measure-people.ts';
import { PERTURBATIONS } from './perturbations.ts';
import { KNOWN_PERSON, UNKNOWN_PERSON } from './testing/people-examples.ts';

type Call = readonly [front: LabPicture, side: LabPicture, profiles: readonly BodyProfile[]];

const WIDTHS = { chest: [30, 20], waist: [26, 19], waistNavel: [28, 20], hip: [34, 22] } as const;

const SEEN = { breadth: 1, depth: 0.5, cuts: { chest: [true, true], waist: [true, true], waistNavel: [true, true], hip: [true, false] } } as const;

/** A lab whose bodies have a chest of half the stature. */
function labOf(calls: Call[], extra: object = {}) {
  return {
    call: async (_name: string, ...call: Call): Promise<readonly ScanOutcome[]> => {
      calls.push(call);
      return call[2].map((profile) => {
        const meanCm = profile.statureCm / 2;
        const body = { source: 'camera', profile, measurements: { chest: { meanCm, p5Cm: meanCm - 1, p95Cm: meanCm + 1 } } } as const;
        return { status: 'measured', body, widths: WIDTHS, seen: SEEN, outlines: {} as never, ...extra };
      });
    },
  } as never;
}

describe('measurePeople', () => {
  it('measures with stature only, and with mass and sex where they are known', async () => {
    const calls: Call[] = [];
    const measured = await measurePeople([labOf(calls)], { people: [KNOWN_PERSON, UNKNOWN_PERSON], seed: 1, onCapture: () => undefined });
    expect(calls.map(([, , profiles]) => profiles)).toEqual([[{ statureCm: 170 }, { statureCm: 170, massKg: 60, sex: 'female' }], [{ statureCm: 180 }]]);
    expect(measured.map(({ id, withMass }) => [id, withMass?.status])).toEqual([['a', 'measured'], ['b', undefined]]);
    expect(calls[0]?.[0]).toEqual({ url: '/pictures/a-front.jpg', changes: [] });
  });

  it('types the wrong stature but keeps the truth', async () => {
    const calls: Call[] = [];
    const [measured] = await measurePeople([labOf(calls)], { people: [KNOWN_PERSON], perturbation: PERTURBATIONS.height, seed: 1, onCapture: () => undefined });
    expect([168, 172]).toContain(calls[0]?.[2][0]?.statureCm);
    expect(measured?.truth?.['stature_cm']).toBe(170);
  });

  it('captures each person as often as the perturbation says, the same however many labs are at work', async () => {
    const progress: string[] = [];
    const run = { people: [KNOWN_PERSON, UNKNOWN_PERSON], perturbation: PERTURBATIONS.handheld, seed: 1 };
    const alone: Call[] = [];
    const one = await measurePeople([labOf(alone)], { ...run, onCapture: (done, of) => progress.push(`${done}/${of}`) });
    const two = await measurePeople([labOf([]), labOf([])], { ...run, onCapture: () => undefined });
    expect(one.map(({ id, capture }) => `${id}${capture}`)).toEqual(['a', 'b'].flatMap((id) => Array.from({ length: 10 }, (_, i) => `${id}${i + 1}`)));
    expect(two).toEqual(one);
    expect(progress.at(-1)).toBe('20/20');
    expect(new Set(alone.map(([front]) => JSON.stringify(front))).size).toBe(20);
  });

  it('passes on which rows the worker saw', async () => {
    const both = [true, true] as const;
    const seen = { breadth: 1, depth: 0.5, cuts: { chest: both, waist: both, waistNavel: both, hip: both } };
    const run = { people: [KNOWN_PERSON], seed: 1, onCapture: () => undefined };
    expect((await measurePeople([labOf([], { seen })], run))[0]?.seen).toEqual(seen);
  });
});
