import { METHODS, type SequenceReport } from './evaluate-model.ts';

const COLUMNS = ['ndcg10', 'hr10', 'precision10', 'hr20', 'mrr20', 'coverage', 'gini', 'novelty'] as const;
const PROTOCOLS = { full: 'all items, those the user saw filtered out', sampled: '100 unseen items drawn', unfiltered: 'all items, nothing filtered' } as const;

/** A report as lines to print. */
export function reportTable({ protocol, n, shipped, methods }: SequenceReport): string {
  const line = ([name = '', ...cells]: readonly string[]): string => `${name.padEnd(14)}${cells.map((cell) => cell.padStart(12)).join('')}`;
  return [
    `${n} questions; ranked among ${PROTOCOLS[protocol]}; ties count against us; ships: ${shipped}`,
    line(['', ...COLUMNS]),
    ...METHODS.map((name) => line([name, ...COLUMNS.map((column) => methods[name][column].toFixed(4))])),
  ].join('\n');
}
