import { describe, expect, it } from 'vitest';
import type { SizeChart } from '@vua/models/contracts';
import { type SizeAdvice, adviseSize } from '@vua/models/size';
import { wordsOf } from './words.ts';
import { certaintySentence, decidingSentence, fitSentence, fitsNowhereAll, nextStepSentence } from './advice-sentences.ts';

const chart: SizeChart = {
  id: 'c', garmentType: 'shirt', fit: 'regular',
  rows: [
    { label: 'S', body: { chest: { minCm: 84, maxCm: 90 }, waist: { minCm: 66, maxCm: 72 } } },
    { label: 'M', body: { chest: { minCm: 90, maxCm: 96 }, waist: { minCm: 72, maxCm: 78 } } },
  ],
};

function adviceFor(chestCm: number, waistCm: number, halfCm = 0.1): SizeAdvice {
  const exactly = (meanCm: number) => ({ meanCm, p5Cm: meanCm - halfCm, p95Cm: meanCm + halfCm });
  return adviseSize({ chart, body: { source: 'camera', profile: { statureCm: 165 }, measurements: { chest: exactly(chestCm), waist: exactly(waistCm) } } });
}

it('names where a size is snug, and by how much, once', () => {
  const advice = adviceFor(92.5, 74);
  expect(fitSentence(advice, 'M', wordsOf('vi'))).toBe('Size M vừa ở mọi vùng đo');
  const both = { ...advice, zones: advice.zones.map((zone) => ({ ...zone, fits: [{ ...zone.fits[0], size: 'S', verdict: 'tight', outsideCm: zone.zone === 'chest' ? 2.5 : 2 }] })) } as SizeAdvice;
  expect(fitSentence(both, 'S', wordsOf('vi'))).toBe('Size S hơi chật: vòng ngực khoảng 2,5 cm, vòng eo khoảng 2 cm');
  expect(fitSentence(both, 'S', wordsOf('en'))).toBe('Size S is snug: about 2.5 cm at the chest, about 2 cm at the waist');
});

it('says both when a size is snug here and roomy there', () => {
  const advice = adviceFor(92.5, 74);
  const mixed = { ...advice, zones: advice.zones.map((zone) => ({ ...zone, fits: [{ ...zone.fits[0], size: 'M', verdict: zone.zone === 'chest' ? 'tight' : 'loose', outsideCm: zone.zone === 'chest' ? 1 : -3 }] })) } as SizeAdvice;
  expect(fitSentence(mixed, 'M', wordsOf('en'))).toBe('Size M is snug: about 1 cm at the chest. Size M is roomy: about 3 cm at the waist');
});

describe('which zone decides', () => {
  it('is said with the distance to the border, and to which size', () => {
    expect(decidingSentence(adviceFor(89, 71, 2), chart, wordsOf('en'))).toMatch(/^(Chest|Waist) decides: 1 cm from the border between S and M \((90|72) cm\)\.$/);
    expect(decidingSentence(adviceFor(95.5, 77.5, 2), chart, wordsOf('en'))).toMatch(/^(Chest|Waist) decides: 0\.5 cm from the end of the chart \((96|78) cm\)\.$/);
    expect(decidingSentence(adviceFor(93, 75), chart, wordsOf('en')) ?? 'between').toContain('between');
  });

  it('is said beyond the chart with where the chart ends', () => {
    expect(decidingSentence(adviceFor(120, 110), chart, wordsOf('en'))).toMatch(/^(Chest: you about 120 cm, the chart ends at 96 cm|Waist: you about 110 cm, the chart ends at 78 cm)\.$/);
    expect(decidingSentence(adviceFor(60, 40), chart, wordsOf('vi'))).toMatch(/bảng size bắt đầu từ (84|66) cm/);
  });
});

describe('a size that is the best of its chart', () => {
  const chance = (advice: SizeAdvice): string => (advice.status === 'unavailable' ? '' : certaintySentence(advice, wordsOf('en')));

  it('and fits one zone and not another is never called sure', () => {
    const advice = adviceFor(92.5, 82);
    expect(advice).toMatchObject({ status: 'recommended', size: 'M', certainty: 'low' });
    expect(chance(advice)).toBe('Probably not a fit everywhere · <1% likely to fit chest and waist');
    expect(fitSentence(advice, 'M', wordsOf('en'))).toBe('Size M fits: chest. Size M is snug: about 4 cm at the waist');
    expect(fitsNowhereAll(advice)).toBe(true);
  });

  it('and surely fits is called so, with all zones that the number speaks of', () => {
    const advice = adviceFor(93, 75);
    expect(chance(advice)).toBe('Very sure · >99% likely to fit chest and waist');
    expect(fitSentence(advice, 'M', wordsOf('en'))).toBe('Size M fits everywhere');
    expect(fitsNowhereAll(advice)).toBe(false);
  });

  it('and may fit is called open where it is open', () => {
    const body = { source: 'camera' as const, profile: { statureCm: 165 }, measurements: { chest: { meanCm: 93, p5Cm: 92, p95Cm: 94 }, waist: { meanCm: 77, p5Cm: 71, p95Cm: 83 } } };
    const advice = adviseSize({ chart, body });
    expect(chance(advice)).toMatch(/^Not quite sure · [56]\d% likely to fit chest and waist$/);
    expect(fitSentence(advice, 'M', wordsOf('en'))).toBe('Size M fits: chest. Not sure yet: waist');
    expect(fitSentence(advice, 'M', wordsOf('vi'))).toBe('Size M vừa: vòng ngực. Chưa chắc: vòng eo');
  });
});

it('names what is missing where nothing could be compared', () => {
  const none = { status: 'unavailable', reason: 'zones-not-measured' } as Extract<SizeAdvice, { status: 'unavailable' }>;
  expect(nextStepSentence(none, chart, ['chest'], wordsOf('en'))).toContain('Not measured: waist.');
  expect(nextStepSentence({ ...none, reason: 'too-uncertain' }, chart, [], wordsOf('en'))).toContain('surer');
});
