import { type TemplateResult, html, nothing } from 'lit';
import type { BodyZone, SizeChart, SizeRow } from '@vua/models/contracts';
import type { SizeAdvice } from '@vua/models/size';
import { bodyFigure } from '../parts/body-figure.ts';
import type { ScreenContext, ScreenOf } from './screen-view.ts';

/** The chart itself: always there, whatever the advice says. */
export const byHandScreen: ScreenOf = (context) => {
  const { state: { chart }, words: { dialog: { byHand } } } = context;
  const zones = chart ? zonesOf(chart) : [];
  return {
    title: byHand.title,
    visual: bodyFigure(zones.map((zone) => ({ zone }))),
    content: html`<p class="lead">${byHand.lead}</p>${chart ? chartTable(context, chart, zones) : nothing}`,
  };
};

const zonesOf = ({ rows }: SizeChart): BodyZone[] => [...new Set(rows.flatMap(({ body }) => Object.keys(body) as BodyZone[]))];

function chartTable(context: ScreenContext, { rows }: SizeChart, zones: readonly BodyZone[]): TemplateResult {
  const { dialog: { byHand, zones: names } } = context.words;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${byHand.title}><table part="chart">
    <thead><tr><th scope="col">${byHand.size}</th>${zones.map((zone) => html`<th scope="col">${names[zone]}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => chartRow(context, row, zones))}</tbody>
  </table></div>`;
}

function chartRow({ state: { advice, inStock }, flow, words }: ScreenContext, { label, systems, body }: SizeRow, zones: readonly BodyZone[]): TemplateResult {
  const { byHand } = words.dialog;
  const others = Object.entries(systems ?? {}).map(([system, size]) => `${system.toUpperCase()} ${size}`);
  const range = (zone: BodyZone): string => (body[zone] ? `${words.fineCm(body[zone].minCm)}–${words.fineCm(body[zone].maxCm)}` : '–');
  return html`<tr ?data-advised=${isAdvised(advice, label)}>
    <th scope="row">
      <button class="pick" part="pick" type="button" aria-label="${byHand.take} ${label}" @click=${() => flow.take(label)}>${label}</button>
      ${others.length > 0 ? html`<span class="note">${others.map((other) => html`<span>${other}</span>`)}</span>` : nothing}${isAdvised(advice, label) ? html`<span class="tag">${byHand.advised}</span>` : nothing}${inStock?.includes(label) ?? true ? nothing : html`<span class="note">${byHand.soldOut}</span>`}
    </th>
    ${zones.map((zone) => html`<td>${range(zone)}</td>`)}
  </tr>`;
}

function isAdvised(advice: SizeAdvice | undefined, label: string): boolean {
  if (advice?.status === 'recommended') return advice.size === label;
  return advice?.status === 'between' && (advice.smaller === label || advice.larger === label);
}
