import { LONG_STEPS, METHODS, type SequenceReport } from './evaluate-model.ts';
import { type UnseenLog, gainText, renderUnseen } from './render-unseen.ts';
import { table } from './markdown-table.ts';

/** Reports on one log by one protocol, one for each seed. */
export interface CardPart {
  /** Such as `ML-1M, leave-one-out`. */
  readonly name: string;
  readonly reports: readonly SequenceReport[];
}

const COLUMNS = ['ndcg10', 'hr10', 'precision10', 'recall10', 'hr20', 'mrr20', 'coverage', 'gini', 'novelty', 'popularityLift', 'coldShare'] as const;
const TITLES = ['NDCG@10', 'HR@10', 'precision@10', 'recall@10', 'HR@20', 'MRR@20', 'coverage', 'Gini', 'novelty', 'popularity lift', 'cold share'] as const;
const PROTOCOLS = { full: 'ranked among all items, those already seen left out', sampled: 'ranked among 100 unseen items drawn', unfiltered: 'ranked among all items, nothing left out' } as const;

/** The whole card as Markdown. @param unseen trainings on logs that nothing was chosen on @param head and `limits`: what no figure says @param made such as "2026-11-29 on ..." */
export function renderCard(parts: readonly CardPart[], unseen: readonly UnseenLog[], { head, limits, made }: { readonly head: string; readonly limits: string; readonly made: string }): string {
  return `${[head.trim(), `Figures: ${made}. Written by \`npm run card:sequence\` from what \`npm run eval:sequence -- --out FILE\` wrote.`, ...parts.map(renderPart), ...(unseen.length === 0 ? [] : [renderUnseen(unseen)]), limits.trim()].join('\n\n')}\n`;
}

function renderPart({ name, reports }: CardPart): string {
  const [first] = reports;
  if (first === undefined) throw new Error(`no report for ${name}`);
  return [
    `## ${name}`, describe(first, reports), table(['', ...TITLES], METHODS.map((method) => [method, ...COLUMNS.map((column) => spread(reports.map(({ methods }) => methods[method][column])))])),
    gains(reports), lengths(reports), ...events(reports),
  ].join('\n\n');
}

function describe({ model: { data, split, shape }, n, protocol }: SequenceReport, reports: readonly SequenceReport[]): string {
  const seeds = reports.map(({ model }) => model.seed).join(', ');
  const sides = shape.sideInputs.length === 0 ? 'items alone' : `items, ${shape.sideInputs.map((side) => side.name).join(', ')}`;
  return `${data.sequences} sequences, ${data.steps} steps, ${data.items} items, read as \`${data.format}\`, split \`${split}\`; known of a step: ${sides}. ${n} questions, ${PROTOCOLS[protocol]}; ties count against us. ${seedsOf(reports, seeds)} ${minutes(reports)} of training; ships: ${[...new Set(reports.map(({ shipped }) => shipped))].join('; ')}. Files: ${first(reports).model.files.map(({ name, bytes }) => `${name} ${(bytes / 1e6).toFixed(2)} MB`).join(', ')}.`;
}

const seedsOf = (reports: readonly SequenceReport[], seeds: string): string => (reports.length === 1 ? `Seed ${seeds}.` : `Seeds ${seeds}: mean, and in brackets the lowest and the highest.`);

const minutes = (reports: readonly SequenceReport[]): string => `${spread(reports.map(({ model }) => model.training.wallMs / 60_000), 0)} minutes`;

function gains(reports: readonly SequenceReport[]): string {
  return reports.map(({ gain, longGain, model: { seed } }) => `Seed ${seed}: what ships is ${gainText(gain)} NDCG@10 over the best simple method here, ${gain.over} (paired over questions, 95 %)${longGain === undefined ? '' : `; with a history of ${LONG_STEPS} steps and more ${gainText(longGain)} over ${longGain.over}`}.`).join(' ');
}

function lengths(reports: readonly SequenceReport[]): string {
  const groups = Object.entries(first(reports).byLength);
  const row = (group: string, n: number): readonly string[] => [group, String(n), ...METHODS.map((method) => spread(reports.map(({ byLength }) => byLength[group]?.ndcg10[method] ?? 0)))];
  return `NDCG@10 by the number of steps before:\n\n${table(['steps', 'questions', ...METHODS], groups.map(([group, { n }]) => row(group, n)))}`;
}

function events(reports: readonly SequenceReport[]): string[] {
  const [figures] = reports.flatMap(({ events: one }) => (one === undefined ? [] : [one]));
  if (figures === undefined) return [];
  const rows = Object.entries(figures.types).map(([name, { happened, rate, meanChance, calibrationError }]) => [name, String(happened), rate.toFixed(4), meanChance.toFixed(4), calibrationError.toFixed(4)]);
  return [`Type of the next event, seed ${first(reports).model.seed}, ${figures.n} questions: log-loss ${figures.logLoss.toFixed(4)}, of base rates ${figures.baseLogLoss.toFixed(4)}.\n\n${table(['type', 'happened', 'rate', 'mean chance', 'calibration error'], rows)}`];
}

/** Mean of seeds, with the lowest and the highest where there are several. */
function spread(values: readonly number[], digits = 4): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.length === 1 ? mean.toFixed(digits) : `${mean.toFixed(digits)} (${Math.min(...values).toFixed(digits)}-${Math.max(...values).toFixed(digits)})`;
}

function first(reports: readonly SequenceReport[]): SequenceReport {
  const [report] = reports;
  if (report === undefined) throw new Error('no report');
  return report;
}

