import type { SizeChart } from '../../contracts/index.ts';

/** Jeans of two or more waists (30, 32, ...) by two legs (30, 32), 5 cm a step. */
export function exampleGrid(waists: readonly string[] = ['30', '32']): SizeChart {
  const step = (minCm: number) => ({ minCm, maxCm: minCm + 5 });
  const rows = waists.flatMap((waist, nth) => ['30', '32'].map((inseam, leg) => ({
    label: `W${waist} L${inseam}`,
    body: { waist: step(76 + 5 * nth), hip: step(92 + 5 * nth), inseam: step(74 + 5 * leg) },
    grid: { waist, inseam },
  })));
  return { id: 'jeans', garmentType: 'jeans', fit: 'slim', rows };
}
