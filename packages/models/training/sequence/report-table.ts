import type { EventFigures } from './event-figures.ts';
import { METHODS, type SequenceReport } from './evaluate-model.ts';

const COLUMNS = ['ndcg10', 'hr10', 'precision10', 'hr20', 'mrr20', 'coverage', 'gini', 'novelty', 'popularityLift', 'coldShare'] as const;
const PROTOCOLS = { full: 'all items, those the user saw filtered out', sampled: '100 unseen items drawn', unfiltered: 'all items, nothing filtered' } as const;

/** A report as lines to print. */
export function reportTable({ protocol, n, shipped, methods, gain, byLength, events }: SequenceReport): string {
  return [
    `${n} questions; ranked among ${PROTOCOLS[protocol]}; ties count against us; ships: ${shipped}`,
    line(['', ...COLUMNS]),
    ...METHODS.map((name) => line([name, ...COLUMNS.map((column) => methods[name][column].toFixed(4))])),
    `what ships is ${gain.ndcg10.toFixed(4)} +- ${(2 * gain.standardError).toFixed(4)} NDCG@10 over ${gain.over}`,
    '', line(['ndcg10, history of', 'n', ...METHODS]),
    ...Object.entries(byLength).map(([name, group]) => line([name, String(group.n), ...METHODS.map((method) => (group.ndcg10[method] ?? 0).toFixed(4))])),
    ...(events === undefined ? [] : eventLines(events)),
  ].join('\n');
}

function eventLines({ n, logLoss, baseLogLoss, types }: EventFigures): string[] {
  return [
    '', `type of the next event, ${n} questions: log-loss ${logLoss.toFixed(4)}, by base rates ${baseLogLoss.toFixed(4)}`,
    line(['', 'happened', 'rate', 'chance', 'miscalibr.']),
    ...Object.entries(types).map(([name, { happened, rate, meanChance, calibrationError }]) => line([name, String(happened), rate.toFixed(4), meanChance.toFixed(4), calibrationError.toFixed(4)])),
  ];
}

const line = ([name = '', ...cells]: readonly string[]): string => `${name.padEnd(22)}${cells.map((cell) => cell.padStart(15)).join('')}`;
