import type { EventFigures } from './event-figures.ts';
import { LONG_STEPS, METHODS, type SequenceReport } from './evaluate-model.ts';
import type { GainOverSimple } from './gain-over-simple.ts';

const COLUMNS = ['ndcg10', 'hr10', 'precision10', 'hr20', 'mrr20', 'coverage', 'gini', 'novelty', 'popularityLift', 'coldShare'] as const;
const PROTOCOLS = { full: 'all items, those the user saw filtered out', sampled: '100 unseen items drawn', unfiltered: 'all items, nothing filtered' } as const;

/** A report as lines to print. */
export function reportTable({ protocol, n, shipped, methods, gain, longGain, byLength, events }: SequenceReport): string {
  return [
    `${n} questions; ranked among ${PROTOCOLS[protocol]}; ties count against us; ships: ${shipped}`,
    line(['', ...COLUMNS]),
    ...METHODS.map((name) => line([name, ...COLUMNS.map((column) => methods[name][column].toFixed(4))])),
    `what ships is ${describeGain(gain)}`,
    ...(longGain === undefined ? [] : [`with a history of ${LONG_STEPS} steps and more it is ${describeGain(longGain)}`]),
    '', line(['ndcg10, history of', 'n', ...METHODS]),
    ...Object.entries(byLength).map(([name, group]) => line([name, String(group.n), ...METHODS.map((method) => (group.ndcg10[method] ?? 0).toFixed(4))])),
    ...(events === undefined ? [] : eventLines(events)),
  ].join('\n');
}

const describeGain = ({ n, ndcg10, standardError, over, overNdcg10 }: GainOverSimple): string => `${ndcg10.toFixed(4)} +- ${(2 * standardError).toFixed(4)} NDCG@10 over ${over}, the best simple method here (${overNdcg10.toFixed(4)}; ${n} questions)`;

function eventLines({ n, logLoss, baseLogLoss, types }: EventFigures): string[] {
  return [
    '', `type of the next event, ${n} questions: log-loss ${logLoss.toFixed(4)}, by base rates ${baseLogLoss.toFixed(4)}`,
    line(['', 'happened', 'rate', 'chance', 'miscalibr.']),
    ...Object.entries(types).map(([name, { happened, rate, meanChance, calibrationError }]) => line([name, String(happened), rate.toFixed(4), meanChance.toFixed(4), calibrationError.toFixed(4)])),
  ];
}

const line = ([name = '', ...cells]: readonly string[]): string => `${name.padEnd(22)}${cells.map((cell) => cell.padStart(15)).join('')}`;
