import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BodyEstimate, genericSize } from '@vua/models/body';
import { measureAnswers, refineAnswers } from './measure-answers.ts';

const bytes = readFileSync(new URL('../../../models/artifacts/body/body.bin', import.meta.url));
const bodyModel = { url: 'https://shop.example/vua/body.bin', sha256: createHash('sha256').update(bytes).digest('hex') };
const source = (answer: () => Response) => ({ assetsUrl: new URL('https://shop.example/vua/'), bodyModel, fetch: async () => answer() });
const served = source(() => new Response(bytes));

describe('measureAnswers', () => {
  it('gives measurements with intervals, wider when less was told', async () => {
    const full = await measureAnswers({ statureCm: 165, massKg: 58, ageYears: 30, sex: 'female' }, served);
    const less = await measureAnswers({ statureCm: 165, massKg: 58 }, served);
    const width = ({ measurements: { hip } }: typeof full): number => (hip ? hip.p95Cm - hip.p5Cm : 0);
    expect(full.source).toBe('answers');
    expect(full.measurements.hip?.meanCm).toBeGreaterThan(85);
    expect(full.measurements.hip?.meanCm).toBeLessThan(108);
    expect(width(less)).toBeGreaterThan(width(full));
  });

  it('grows with the weight', async () => {
    const hips = await Promise.all([48, 60, 80, 110].map(async (massKg) => (await measureAnswers({ statureCm: 165, massKg }, served)).measurements.hip?.meanCm ?? 0));
    expect(hips).toEqual(hips.toSorted((a, b) => a - b));
  });

  it('invents no girths: what it takes gives nobody more than 220 cm or less than 40', async () => {
    const ends = [[120, 25], [120, 100.8], [150, 27], [150, 157.5], [165, 190.5], [180, 226], [188, 247], [220, 59], [220, 250]] as const;
    for (const [statureCm, massKg] of ends) {
      const { measurements: { chest, waist, hip } } = await measureAnswers({ statureCm, massKg }, served);
      for (const estimate of [chest, waist, hip]) {
        expect(estimate?.p95Cm, `${statureCm} cm, ${massKg} kg`).toBeLessThan(220);
        expect(estimate?.p5Cm, `${statureCm} cm, ${massKg} kg`).toBeGreaterThan(40);
      }
    }
  });

  it.each([
    ['a height out of range', { statureCm: 90 }, served, 'input-invalid'],
    ['a weight that cannot go with the height', { statureCm: 120, massKg: 250 }, served, 'input-implausible'],
    ['a file that is not there', { statureCm: 165 }, source(() => new Response('', { status: 404 })), 'model-unavailable'],
    ['a file that was changed', { statureCm: 165 }, source(() => new Response('other')), 'model-corrupt'],
  ] as const)('%s is a typed error', async (_what, profile, from, code) => {
    await expect(measureAnswers(profile, from)).rejects.toMatchObject({ code });
  });
});

describe('a shop with a size model of its own', () => {
  const shopsUrl = 'https://api.example/v1/models/size/0123456789ab/files/body.bin?site=site_a';
  /** @param file what the server gives for the file that it named */
  const shopWith = (file: () => Response, named: Uint8Array) => {
    const asked: string[] = [];
    const fetch = async (given: string | URL | Request): Promise<Response> => {
      const url = given instanceof Request ? given.url : String(given);
      asked.push(url);
      return url === shopsUrl ? file() : new Response(bytes);
    };
    return { asked, shop: { ...served, fetch, findBodyModel: async () => ({ url: shopsUrl, sha256: createHash('sha256').update(named).digest('hex') }) } };
  };

  it('is measured with that one, and ours is not loaded', async () => {
    const { asked, shop } = shopWith(() => new Response(bytes), bytes);
    expect((await measureAnswers({ statureCm: 165 }, shop)).measurements.hip?.meanCm).toBeGreaterThan(85);
    expect(asked).toEqual([shopsUrl]);
  });

  it.each([
    ['does not come', () => new Response('', { status: 503 }), bytes],
    ['was changed on its way', () => new Response('other'), bytes],
    ['cannot be read', () => new Response(bytes.subarray(0, 5000)), bytes.subarray(0, 5000)],
  ] as const)('is measured with ours where it %s', async (_what, file, named) => {
    const { asked, shop } = shopWith(file, named);
    expect((await measureAnswers({ statureCm: 165 }, shop)).measurements).toEqual((await measureAnswers({ statureCm: 165 }, served)).measurements);
    expect(asked.at(-1)).toBe(bodyModel.url);
  });
});

describe('refineAnswers', () => {
  const width = ({ measurements: { chest } }: BodyEstimate): number => (chest ? chest.p95Cm - chest.p5Cm : 0);

  it('makes answers surer, and the same whichever came first', async () => {
    const first = await measureAnswers({ statureCm: 165, massKg: 58, sex: 'female' }, served);
    const { status, body } = await refineAnswers(first, { cues: { bust: 'average' }, usualSizes: [genericSize('female', 'M')] }, served);
    expect(status).toBe('fused');
    expect(width(body)).toBeLessThan(width(first));
    expect(body.source).toBe('answers');
  });

  it('says that answers contradict each other, and is less sure then', async () => {
    const first = await measureAnswers({ statureCm: 165, massKg: 48, sex: 'female' }, served);
    const { status, body } = await refineAnswers(first, { usualSizes: [genericSize('female', 'XXL'), genericSize('female', 'XXL')] }, served);
    expect(status).toBe('contradicting');
    expect(width(body)).toBeGreaterThan(width(first));
  });

  it('adds a weight to what a camera measured', async () => {
    const answers = await measureAnswers({ statureCm: 165, massKg: 58, sex: 'female' }, served);
    const camera: BodyEstimate = { ...answers, source: 'camera', profile: { statureCm: 165, sex: 'female' } };
    expect((await refineAnswers(camera, { massKg: 58 }, served)).body.profile.massKg).toBe(58);
    await expect(refineAnswers(camera, { massKg: 200 }, served)).rejects.toMatchObject({ code: 'input-implausible' });
    await expect(refineAnswers(camera, { massKg: 5 }, served)).rejects.toMatchObject({ code: 'input-invalid' });
  });
});
