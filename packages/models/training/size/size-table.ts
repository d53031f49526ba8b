import type { AdviceFigures, ChartFigures, SizeEvaluation } from './size-evaluation.ts';

const COLUMNS = ['n', 'coverage', 'precision', 'between', 'holds', 'unavail.', 'charted', 'all zones', 'cov@90', 'table', 'h+w cov', 'h+w prec', 'h+w holds', 'pic cov', 'pic prec', 'pic holds'];

/** The figures of an evaluation as lines to print. */
export function sizeTable({ people, refused, charts, statedReliability, reliability }: SizeEvaluation): string {
  const lines = [
    `${people} people, ${refused} refused; nothing is random; pictures with mass and sex, beside "height + weight only" (h+w) and pictures with stature alone (pic)`,
    'precision: the recommended size is best for the true body, or with up to 1 cm less or more (one zone: truth in its range widened by 1 cm)',
    'holds: one of the two sizes between is right; charted: bodies that some size holds at every zone; all zones: share of these that got one',
    'cov@90: most that could be recommended with 90 % right; table: the size in whose range the mean lies, always',
    '', row('chart', COLUMNS),
    ...Object.entries(charts).map(([name, figures]) => row(name, chartCells(figures))),
    '', 'what is told: of all advice with this chance that the size, or one of the two, fits at every zone, how many did (n, predicted -> observed)',
    ...reliabilityLines(statedReliability),
    '', 'which is best: of all sizes that got this probability, how many were the best one (n, predicted -> observed)',
    ...reliabilityLines(reliability),
  ];
  return `${lines.join('\n')}\n`;
}

function reliabilityLines(reliability: SizeEvaluation['reliability']): string[] {
  return Object.entries(reliability).map(([knowledge, bins]) => `${knowledge}: ${bins.map(({ n, predicted, observed }) => `${n} ${predicted.toFixed(2)} -> ${observed.toFixed(2)}`).join(' | ')}`);
}

function chartCells(figures: ChartFigures): string[] {
  const three = ({ coverage, precision, betweenContainsTruth }: AdviceFigures): string[] => [coverage, precision, betweenContainsTruth].map(percent);
  return [
    String(figures.n), percent(figures.coverage), percent(figures.precision), percent(figures.between), percent(figures.betweenContainsTruth), percent(figures.unavailable),
    percent(figures.everyZone.possible), percent(figures.everyZone.precision), percent(figures.coverageAt90), percent(figures.naive.precision),
    ...three(figures.heightWeightOnly), ...three(figures.picturesOnly),
  ];
}

const percent = (share: number | null): string => (share === null ? '-' : (100 * share).toFixed(1));

const row = (name: string, cells: readonly string[]): string => name.padEnd(22) + cells.map((cell) => cell.padStart(10)).join('');
