import { describe, expect, it } from 'vitest';
import { LABEL_SYSTEMS, bodyOfLabel, lintSizeChart } from '../index.ts';

describe('LABEL_SYSTEMS', () => {
  it.each(LABEL_SYSTEMS.map((each) => [`${each.system} ${each.audience}`, each] as const))('%s is a chart without gap, overlap or falling row', (_name, { labels }) => {
    expect(lintSizeChart({ id: 'labels', garmentType: 'shirt', fit: 'regular', rows: [...labels] })).toEqual([]);
  });

  it('agrees where one body is known in several systems: bust 88, BSI press notice of 2002', () => {
    const labels = LABEL_SYSTEMS.filter(({ audience }) => audience === 'women').map(({ system, labels: all }) => [system, all.find(({ body: { chest } }) => chest && chest.minCm <= 88 && 88 < chest.maxCm)?.label]);
    expect(Object.fromEntries(labels)).toEqual({ eu: 'S', us: '4', uk: '12', jp: '13', kr: '66', cn: '165/88A' });
  });
});

describe('bodyOfLabel', () => {
  it('gives the range of a label, whatever its case', () => {
    expect(bodyOfLabel('eu', 'women', ' m ')).toEqual({ chest: { minCm: 90, maxCm: 98 } });
    expect(bodyOfLabel('jp', 'women', '9')).toEqual({ chest: { minCm: 81.5, maxCm: 84.5 }, hip: { minCm: 90, maxCm: 92 } });
  });

  it('does not know what was not published', () => {
    expect(bodyOfLabel('vn', 'women', 'M')).toBeUndefined();
    expect(bodyOfLabel('eu', 'men', '48')).toBeUndefined();
  });
});
