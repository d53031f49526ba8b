import type { SizeCurve, SizeCurveReport } from '@vua/models/contracts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../i18n/language.ts';
import type { ConsoleActions, ConsoleState, LivePage } from '../console-state.ts';
import { formatsOf } from '../formats.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';
import { panelView } from './panel-view.ts';

/** How the shoppers who agreed are built: the curve that was chosen. */
export function sizeCurveView({ language }: ConsoleState, { sizeCurve, curveAt }: LivePage, texts: ConsoleTexts, actions: ConsoleActions): TemplateResult {
  return html`
    <section class="size-curve" aria-labelledby="curve-title">
      <h2 id="curve-title">${texts.sizeCurve}</h2>
      ${panelView(sizeCurve, texts, actions.retryPanels, (report) => reportView(report, curveAt, language, texts, actions))}
    </section>`;
}

function reportView({ curves, leastAnswers }: SizeCurveReport, at: number, language: Language, texts: ConsoleTexts, actions: ConsoleActions): TemplateResult {
  const { number } = formatsOf(language);
  const curve = curves[at] ?? curves[0];
  if (curve === undefined) return html`<p class="quiet">${texts.noCurve(number(leastAnswers))}</p>`;
  const choose = (event: Event): void => actions.chooseCurve((event.target as HTMLSelectElement).selectedIndex);
  return html`
    <p class="quiet">${texts.sizeCurveNote}</p>
    <label class="curve-choice">${texts.curve}
      <select @change=${choose}>${curves.map((each) => html`<option ?selected=${each === curve}>${nameOf(each, texts)}</option>`)}</select>
    </label>
    <p class="quiet">${texts.answers(number(curve.answers))}</p>
    <ul class="cells">${curve.cells.map((cell) => cellView(cell, curve, language, texts))}</ul>`;
}

const nameOf = ({ audience, zone }: SizeCurve, texts: ConsoleTexts): string => `${texts.audiences[audience]}, ${texts.zones[zone].toLowerCase()}`;

type Cell = SizeCurve['cells'][number];

function cellView(cell: Cell, { cells }: SizeCurve, language: Language, texts: ConsoleTexts): TemplateResult {
  const { share } = formatsOf(language);
  // Freed of its noise, a share may lie a little outside of 0-1.
  const within = Math.min(1, Math.max(0, cell.share));
  const most = Math.max(...cells.map((each) => each.share), Number.MIN_VALUE);
  const error = 'standardError' in cell && typeof cell.standardError === 'number' ? cell.standardError : undefined;
  return html`
    <li><span>${rangeOf(cell, language, texts)}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="tone-looking" width=${100 * (within / most)} height="10"></rect></svg>
      <span class="share">${share(within)}${error === undefined ? nothing : html` <span class="quiet">± ${share(error)}</span>`}</span></li>`;
}

function rangeOf({ fromCm, belowCm }: Cell, language: Language, texts: ConsoleTexts): string {
  const { number } = formatsOf(language);
  // Whole centimetres: the last one below an end is one less.
  if (fromCm !== undefined && belowCm !== undefined) return texts.between(number(fromCm), number(belowCm - 1));
  if (belowCm !== undefined) return texts.below(number(belowCm));
  return fromCm === undefined ? texts.everybody : texts.from(number(fromCm));
}
