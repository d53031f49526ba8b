import type { BodyZone, SizeChart, SizeRow } from '@vua/models/contracts';
import { html, type TemplateResult } from 'lit';
import type { Texts } from '../i18n/texts.ts';

const ZONES: readonly BodyZone[] = [
  'stature', 'underbust', 'bustDifference', 'chest', 'waist', 'waistNavel', 'hip', 'thigh', 'inseam', 'neck', 'shoulderBreadth', 'upperArm', 'armLength',
];

/** The size chart as a table; the chosen size stands out. */
export function sizeTableView({ rows }: SizeChart, chosen: string | undefined, texts: Texts): TemplateResult {
  const zones = ZONES.filter((zone) => rows.some((row) => row.body[zone] !== undefined));
  return html`
    <div class="table-frame" tabindex="0" role="group" aria-label=${texts.sizeChart}>
      <table>
        <thead><tr><th scope="col">${texts.size}</th>${zones.map((zone) => html`<th scope="col">${texts.zones[zone]}</th>`)}</tr></thead>
        <tbody>
          ${rows.map((row) => html`<tr class=${row.label === chosen ? 'chosen-row' : ''}><th scope="row">${row.label}</th>${zones.map((zone) => html`<td>${rangeOf(row, zone)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
    <p class="quiet">${texts.sizeChartNote}</p>`;
}

function rangeOf({ body }: SizeRow, zone: BodyZone): string {
  const range = body[zone];
  return range === undefined ? '' : `${range.minCm} – ${range.maxCm}`;
}
