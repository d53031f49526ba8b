import type { TrendWeeks } from '@vua/models/contracts';
import { html, svg, type TemplateResult } from 'lit';
import { monthTicks } from '../charts/month-ticks.ts';
import { SIDE } from '../charts/paths.ts';
import { type ChartWeek, type WeeksChart, weeksChart } from '../charts/weeks-chart.ts';
import type { SeenAnswer } from '../doubts-of.ts';
import { amountRange, type TrendWords } from '../trend-words.ts';
import { legendView } from './legend-view.ts';
import { numbersView } from './numbers-view.ts';
import { plotView } from './plot-view.ts';

export interface WeeksChartProps {
  readonly answer: Pick<SeenAnswer, 'tag' | 'source' | 'path'>;
  readonly seen: TrendWeeks['weeks'];
  /** Monday of the week that is pointed at. */
  readonly week: string | undefined;
  readonly pointWeek: (week: string) => void;
}

const TIME_LABELS = 5;

/** Weeks as they were seen, and what is forecast of the next ones. */
export function weeksChartView({ answer, seen, week, pointWeek }: WeeksChartProps, words: TrendWords): TemplateResult {
  const { texts, formats } = words;
  const title = texts.weeksChart(words.names.nameOf(answer.tag));
  const chart = weeksChart(seen, answer.path);
  const found = chart.weeks.findIndex((one) => one.week === week);
  const at = found < 0 ? Math.max(0, chart.lastSeenAt) : found;
  const last = chart.weeks.length - 1;
  const goTo = (place: number): void => pointWeek(chart.weeks[place]?.week ?? '');
  const pointed = chart.weeks[at];
  const told = pointed === undefined ? '' : tellWeek(pointed, words);
  const slide = (event: Event): void => goTo(Number((event.currentTarget as HTMLInputElement).value));
  return html`
    <h3>${title}</h3>
    <p class="quiet unit">${texts.weeksChartUnit(texts.sources[answer.source] ?? answer.source)}</p>
    ${legendView([['seen', texts.legend.seen], ['ahead', texts.legend.ahead], ['band80', texts.legend.band80], ['band95', texts.legend.band95], ['baseline', texts.legend.baseline]])}
    ${plotView({
      id: 'weeks-chart', title, description: descriptionOf(chart, words),
      yLabels: chart.ticks.map(formats.amount), xLabels: timeLabels(chart, words), drawing: drawingOf(chart, at), point: (share) => goTo(Math.round(share * last)),
    }, html`<input class="week-slider" type="range" min="0" max=${last} step="1" .value=${String(at)} aria-label=${texts.week} aria-valuetext=${told} @input=${slide} />`)}
    <p class="told-week" data-week=${pointed?.week ?? ''}>${told}</p>
    ${numbersView({ summary: texts.asTable, columns: [texts.week, texts.legend.seen, texts.legend.ahead, texts.legend.band80, texts.legend.band95, texts.legend.baseline], rows: chart.weeks.map((one) => rowOf(one, words)) }, title)}`;
}

function drawingOf({ paths, weeks }: WeeksChart, at: number) {
  const x = weeks.length > 1 ? (SIDE * at) / (weeks.length - 1) : 0;
  return svg`
    <path class="band95" d=${paths.band95}></path><path class="band80" d=${paths.band80}></path>
    <path class="line-baseline" d=${paths.baseline}></path><path class="line-seen" d=${paths.seen}></path><path class="line-ahead" d=${paths.ahead}></path>
    <line class="pointed" x1=${x} x2=${x} y1="0" y2=${SIDE}></line>`;
}

function timeLabels({ weeks }: WeeksChart, { formats }: TrendWords) {
  const [first, last] = [weeks[0]?.week ?? '', weeks.at(-1)?.week ?? ''];
  return monthTicks(Date.parse(first), Date.parse(last), TIME_LABELS).map(({ at, timeMs }) => ({ at, text: formats.month(timeMs) }));
}

function descriptionOf({ weeks, lastSeenAt }: WeeksChart, words: TrendWords): string {
  const { texts, formats } = words;
  const [first, lastSeen, end] = [weeks.find(({ seen }) => seen !== undefined), weeks[lastSeenAt], weeks.at(-1)];
  if (first === undefined || lastSeen?.seen === undefined || end?.ahead === undefined) return '';
  return texts.weeksChartDescription({
    seenFrom: formats.day(first.week), seenTo: formats.day(lastSeen.week), last: formats.amount(lastSeen.seen),
    end: formats.day(end.week), ahead: formats.amount(end.ahead.value), narrow: amountRange(words, end.ahead.interval80),
  });
}

function tellWeek({ week, seen, ahead }: ChartWeek, words: TrendWords): string {
  const { texts, formats: { amount, day } } = words;
  if (seen !== undefined) return texts.pointSeen(day(week), amount(seen));
  if (ahead === undefined) return texts.pointGap(day(week));
  return texts.pointAhead(day(week), amount(ahead.value), amountRange(words, ahead.interval80), amountRange(words, ahead.interval95), amount(ahead.baseline));
}

function rowOf({ week, seen, ahead }: ChartWeek, words: TrendWords): readonly string[] {
  const { formats: { amount, day } } = words;
  const forecast = ahead === undefined ? ['', '', '', ''] : [amount(ahead.value), amountRange(words, ahead.interval80), amountRange(words, ahead.interval95), amount(ahead.baseline)];
  return [day(week), seen === undefined ? '' : amount(seen), ...forecast];
}
