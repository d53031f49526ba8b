import type { Bench, BenchRow } from '../bench-result.ts';
import { benchFit } from './bench-fit.ts';
import { benchServing } from './bench-serving.ts';

/** In this order, so that none runs beside another. */
const CASES: readonly (() => Promise<readonly BenchRow[]>)[] = [benchFit, benchServing];

export const trendsBench: Bench = {
  name: 'trends',
  about: 'fit of 1,000 weekly series of five years on one core: time and memory; answers for 30 tags, made anew and from memory',
  async run() {
    const rows: BenchRow[] = [];
    for (const measure of CASES) rows.push(...await measure());
    return rows;
  },
};
