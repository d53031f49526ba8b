import type { TrendAccuracy, TrendAccuracyReport, TrendFitVersion } from '@vua/models/contracts';
import { html, type TemplateResult, svg } from 'lit';
import { errorChart } from '../charts/error-chart.ts';
import { monthTicks } from '../charts/month-ticks.ts';
import { SIDE } from '../charts/paths.ts';
import type { TrendWords } from '../trend-words.ts';
import { figuresTable } from './figures-table.ts';
import { legendView } from './legend-view.ts';
import { numbersView } from './numbers-view.ts';
import { plotView } from './plot-view.ts';

const TIME_LABELS = 5;
const UNKNOWN = '–';

/** How far forecasts missed, by time and by source, and which versions there were. */
export function accuracyView({ overall, sources, weeks, fits }: TrendAccuracyReport, words: TrendWords): TemplateResult {
  const { texts, formats } = words;
  return html`
    <p class="quiet">${texts.accuracyNote}</p>
    ${overall.judged === 0 ? html`<p>${texts.noAccuracy}</p>` : html`
      <p class="accuracy-sentence">${texts.accuracySentence(pointsOf(overall.mae, words), pointsOf(overall.maeBaseline, words), formats.number(overall.judged))}</p>
      ${errorsView(weeks, words)}
      ${tableOf('accuracy-title', Object.values(texts.figures), [accuracyRow(texts.all, overall, words), ...sources.map((one) => accuracyRow(texts.sources[one.source] ?? one.source, one, words))])}`}
    <h3 id="versions-title">${texts.versions}</h3>
    ${fits.length === 0 ? html`<p class="quiet">${texts.noVersions}</p>` : html`
      <p class="quiet">${texts.versionsNote}</p>
      ${tableOf('versions-title', Object.values(texts.versionColumns), fits.map((fit) => versionRow(fit, words)))}`}`;
}

function errorsView(weeks: TrendAccuracyReport['weeks'], words: TrendWords): TemplateResult {
  const { texts, formats } = words;
  const chart = errorChart(weeks);
  const [first, last] = [weeks[0]?.week ?? '', weeks.at(-1)?.week ?? ''];
  const errors = weeks.flatMap(({ mae }) => (mae === null ? [] : [mae]));
  const limitY = SIDE * (1 - chart.limit);
  return html`
    <h3>${texts.errorChart}</h3>
    ${legendView([['error', texts.legend.error], ['baseline', texts.legend.baseline], ['limit', texts.legend.limit]])}
    ${plotView({
      id: 'error-chart', title: texts.errorChart, description: texts.errorDescription(formats.day(first), formats.day(last), pointsOf(Math.min(...errors), words), pointsOf(Math.max(...errors), words)),
      yLabels: chart.ticks.map((error) => formats.number(100 * error)), xLabels: monthTicks(Date.parse(first), Date.parse(last), TIME_LABELS).map(({ at, timeMs }) => ({ at, text: formats.month(timeMs) })),
      drawing: svg`<line class="line-limit" x1="0" x2=${SIDE} y1=${limitY} y2=${limitY}></line><path class="line-baseline" d=${chart.paths.baseline}></path><path class="line-error" d=${chart.paths.error}></path>`,
      marks: svg`${chart.points.map(({ x, y }) => svg`<circle class="mark-error" cx="${100 * x}%" cy="${100 * (1 - y)}%" r="3"></circle>`)}`,
    })}
    ${numbersView({
      summary: texts.asTable, columns: [texts.week, texts.figures.judged, texts.figures.error, texts.figures.baseline],
      rows: weeks.toReversed().map(({ week, judged, mae, maeBaseline }) => [formats.day(week), formats.number(judged), pointsOf(mae, words), pointsOf(maeBaseline, words)]),
    }, texts.errorChart)}`;
}

const pointsOf = (error: number | null, { texts, formats }: TrendWords): string => (error === null ? UNKNOWN : texts.points(formats.points(error)));

const shareOf = (share: number | null, { formats }: TrendWords): string => (share === null ? UNKNOWN : formats.share(share));

function accuracyRow(name: string, { judged, mae, maeBaseline, precision, called, within80, within95 }: TrendAccuracy, words: TrendWords): readonly string[] {
  return [name, words.formats.number(judged), pointsOf(mae, words), pointsOf(maeBaseline, words), ...[precision, called, within80, within95].map((share) => shareOf(share, words))];
}

function versionRow({ number, version, madeMs, status, reason, report }: TrendFitVersion, words: TrendWords): readonly string[] {
  const { texts, formats } = words;
  return [`${formats.number(number)} (${version})`, `${formats.day(new Date(madeMs).toISOString())} ${formats.minute(madeMs)}`, texts.statuses[status], texts.fitReasons[reason], pointsOf(report.maeNew, words), pointsOf(report.maeLive, words), pointsOf(report.maeBaseline, words)];
}

/** Wider than a phone: it scrolls by itself, the page does not. */
const tableOf = (titleId: string, columns: readonly string[], rows: readonly (readonly string[])[]): TemplateResult => html`
  <div class="wide-table" tabindex="0" role="group" aria-labelledby=${titleId}>${figuresTable({ columns, rows })}</div>`;
