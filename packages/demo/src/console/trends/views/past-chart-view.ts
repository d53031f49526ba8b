import type { TrendWeeks } from '@vua/models/contracts';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { type PastChart, type PastMark, pastChart } from '../charts/past-chart.ts';
import { SIDE } from '../charts/paths.ts';
import { changeRange, type TrendWords } from '../trend-words.ts';
import { legendView } from './legend-view.ts';
import { numbersView } from './numbers-view.ts';
import { plotView } from './plot-view.ts';

type PastForecast = TrendWeeks['forecasts'][number];

const BACK_TEST_VERSION = 0;

/** What was forecast of a tag before, beside what came true. */
export function pastChartView(forecasts: TrendWeeks['forecasts'], words: TrendWords): TemplateResult {
  const { texts, formats } = words;
  if (forecasts.length === 0) return html`<h3>${texts.past}</h3><p class="quiet">${texts.noPast}</p>`;
  const chart = pastChart(forecasts);
  const { pastColumns } = texts;
  return html`
    <h3>${texts.past}</h3>
    <p class="quiet">${texts.pastNote}${forecasts.some(({ version }) => version === BACK_TEST_VERSION) ? html` ${texts.pastBackTest}` : nothing}</p>
    ${legendView([['told', texts.legend.told], ['whisker', texts.legend.band80], ['came', texts.legend.came]])}
    ${plotView({
      id: 'past-chart', title: texts.past, description: descriptionOf(forecasts, words), yLabels: chart.ticks.map(formats.change),
      xLabels: labelsOf(chart, words), drawing: svg`<line class="zero" x1="0" x2=${SIDE} y1=${SIDE * (1 - chart.zero)} y2=${SIDE * (1 - chart.zero)}></line>`, marks: svg`${chart.marks.map(markOf)}`,
    })}
    ${numbersView({ summary: texts.asTable, columns: [pastColumns.week, pastColumns.told, pastColumns.range, pastColumns.came, pastColumns.call], rows: forecasts.toReversed().map((one) => rowOf(one, words)) }, texts.past)}`;
}

function markOf({ x, told, low, high, came }: PastMark): SVGTemplateResult {
  const [place, y] = [`${100 * x}%`, (height: number): string => `${100 * (1 - height)}%`];
  return svg`<line class="line-whisker" x1=${place} x2=${place} y1=${y(low)} y2=${y(high)}></line>
    <circle class="mark-told" cx=${place} cy=${y(told)} r="4"></circle>
    ${came === undefined ? nothing : svg`<circle class="mark-came" cx=${place} cy=${y(came)} r="4"></circle>`}`;
}

/** The first and the last, and the middle one where there is room. */
function labelsOf({ marks }: PastChart, { formats }: TrendWords) {
  const shown = marks.length > 4 ? [marks[0], marks[Math.floor(marks.length / 2)], marks.at(-1)] : [marks[0], ...(marks.length > 1 ? [marks.at(-1)] : [])];
  return shown.filter((mark) => mark !== undefined).map(({ x, forecast }) => ({ at: x, text: formats.day(forecast.week) }));
}

function descriptionOf(forecasts: TrendWeeks['forecasts'], { texts, formats: { number } }: TrendWords): string {
  const judged = forecasts.flatMap(({ actual, low80, high80 }) => (actual === null ? [] : [actual >= low80 && actual <= high80]));
  return texts.pastDescription(number(forecasts.length), number(judged.length), number(judged.filter(Boolean).length));
}

function rowOf({ week, change, low80, high80, actual, class: called }: PastForecast, words: TrendWords): readonly string[] {
  const { texts, formats } = words;
  return [formats.day(week), formats.change(change), changeRange(words, { low: low80, high: high80 }), actual === null ? texts.open : formats.change(actual), texts.classes[called]];
}
