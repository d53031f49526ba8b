import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Language } from '../../i18n/language.ts';
import { type BarPiece, type ChartBars, chartBars } from '../chart-bars.ts';
import type { TallySnapshot } from '../create-tally.ts';
import { EVENT_GROUPS } from '../event-group.ts';
import { formatsOf } from '../formats.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

const BAR = 10;
const GAP = 2;
const HEIGHT = 100;

/** Events a minute, stacked by group. The picture is stretched to its place; what is to be read lies beside it. */
export function chartView(minutes: TallySnapshot['minutes'], language: Language, texts: ConsoleTexts): TemplateResult {
  const { number } = formatsOf(language);
  const chart = chartBars(minutes);
  return html`
    <section class="chart" aria-labelledby="chart-title">
      <div class="section-head"><h2 id="chart-title">${texts.chart}</h2><p class="quiet">${texts.chartSpan}</p></div>
      <ul class="legend">${EVENT_GROUPS.map((group) => html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class=${`tone-${group}`} width="10" height="10" rx="2"></rect></svg>${texts.groups[group]}</li>`)}</ul>
      <div class="plot">
        <p class="scale" aria-hidden="true"><span>${number(chart.top)}</span><span>${number(chart.top / 2)}</span><span>0</span></p>
        ${pictureOf(chart, language, texts)}
      </div>
      <p class="span" aria-hidden="true"><span>${texts.chartStart}</span><span>${texts.chartNow}</span></p>
      ${tableOf(chart, language, texts)}
    </section>`;
}

function pictureOf({ bars, peak, total }: ChartBars, language: Language, texts: ConsoleTexts): TemplateResult {
  const { number, minute } = formatsOf(language);
  const piece = (at: number) => ({ group, from, to }: BarPiece): SVGTemplateResult => svg`
    <rect class=${`tone-${group}`} x=${at * BAR + GAP / 2} width=${BAR - GAP} y=${HEIGHT * (1 - to)} height=${HEIGHT * (to - from)}></rect>`;
  return html`
    <svg class="bars" viewBox="0 0 ${bars.length * BAR} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${texts.chartSummary(number(total), number(peak))}>
      ${[0, 0.5].map((y) => svg`<line class="grid" x1="0" x2=${bars.length * BAR} y1=${HEIGHT * y} y2=${HEIGHT * y}></line>`)}
      <line class="ground" x1="0" x2=${bars.length * BAR} y1=${HEIGHT} y2=${HEIGHT}></line>
      ${bars.map(({ startMs, pieces, total: count }, at) => svg`<g><title>${minute(startMs)}: ${number(count)}</title><rect class="reach" x=${at * BAR} width=${BAR} y="0" height=${HEIGHT}></rect>${pieces.map(piece(at))}</g>`)}
    </svg>`;
}

/** The same for who cannot see it: minutes in which something happened. */
function tableOf({ bars }: ChartBars, language: Language, texts: ConsoleTexts): TemplateResult {
  const { number, minute } = formatsOf(language);
  const row = ({ startMs, pieces }: ChartBars['bars'][number]): TemplateResult => html`
    <tr><th scope="row">${minute(startMs)}</th>${EVENT_GROUPS.map((group) => html`<td>${number(pieces.find((piece) => piece.group === group)?.count ?? 0)}</td>`)}</tr>`;
  return html`
    <div class="visually-hidden"><table>
      <caption>${texts.chart}</caption>
      <thead><tr><th scope="col">${texts.minute}</th>${EVENT_GROUPS.map((group) => html`<th scope="col">${texts.groups[group]}</th>`)}</tr></thead>
      <tbody>${bars.filter(({ total }) => total > 0).map(row)}</tbody>
    </table></div>`;
}
