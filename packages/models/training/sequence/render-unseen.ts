import { LONG_STEPS, type SequenceReport } from './evaluate-model.ts';
import type { GainOverSimple } from './gain-over-simple.ts';
import { table } from './markdown-table.ts';

/** A training on a simulated log that nothing was chosen on, as `eval:simulated --out` writes it. */
export interface UnseenLog {
  /** Of the simulator. */
  readonly seed: number;
  readonly shop: { readonly items: number; readonly shoppers: number; readonly days: number };
  readonly report: SequenceReport;
}

/** Such as `0.0123 +- 0.0040`: the interval of 95 %. */
export const gainText = ({ ndcg10, standardError }: GainOverSimple): string => `${ndcg10.toFixed(4)} +- ${(2 * standardError).toFixed(4)}`;

/** Such as `+9.9 %` of the simple method's NDCG@10. */
export const gainShare = ({ ndcg10, overNdcg10 }: GainOverSimple): string => `${ndcg10 < 0 ? '-' : '+'}${Math.abs(100 * ndcg10 / overNdcg10).toFixed(1)} %`;

const cells = (gain: GainOverSimple | undefined): readonly string[] => (gain === undefined ? ['-', '-', '-'] : [String(gain.n), `${gain.over} ${gain.overNdcg10.toFixed(4)}`, `${gainText(gain)} (${gainShare(gain)})`]);

/** What ships beside the best simple method of each log, on all questions and on those with a long history. */
export function renderUnseen(logs: readonly UnseenLog[]): string {
  const rows = logs.map(({ seed, shop: { items, shoppers, days }, report: { gain, longGain, methods, shipped } }) => [
    `seed ${seed}: ${items} items, ${shoppers} shoppers, ${days} days`, shipped, methods.shipped.ndcg10.toFixed(4), ...cells(gain), ...cells(longGain),
  ]);
  return `## Logs that nothing was chosen on

Simulated shops, each trained by \`npm run eval:simulated\` with the settings as they are; NDCG@10 on what was held back, what was seen left out, beside whichever simple method is best on those questions (paired, 95 %).

${table(['log', 'ships', 'shipped', 'questions', 'best simple method', 'gain', `of ${LONG_STEPS} steps and more`, 'best simple method', 'gain'], rows)}`;
}
