import { type TemplateResult, html, nothing } from 'lit';
import type { FitPreference, SizeAdvice } from '@vua/models/size';
import type { View } from '../../../inference/frame-reading.ts';
import { likelierOf } from '../likelier-of.ts';
import { type FigureZone, bodyFigure } from '../parts/body-figure.ts';
import { choiceGroup } from '../parts/choice-group.ts';
import { outlineFigure } from '../parts/outline-figure.ts';
import { probabilityBars } from '../parts/probability-bars.ts';
import { fitSentence, zoneList } from '../parts/zone-list.ts';
import { type Words, fill } from '../texts/words.ts';
import type { ScreenContext, ScreenOf } from './screen-view.ts';

const FITS: readonly FitPreference[] = ['close', 'regular', 'loose'];
const VIEWS: readonly View[] = ['front', 'side'];

/** The answer, how sure it is, and why. */
export const resultScreen: ScreenOf = (context) => {
  const { state: { advice, measured, preference }, flow, words } = context;
  const { result, details } = words.dialog;
  const figure = advice ? figureZones(advice, words) : [];
  return {
    title: advice?.status === 'recommended' ? result.yours : advice?.status === 'between' ? result.between : result.none,
    visual: bodyFigure(figure, result.figure),
    content: advice === undefined ? html`` : html`
      ${headline(advice, context)}
      ${actions(advice, context)}
      <div class="inline-visual">${bodyFigure(figure, result.figure)}</div>
      ${choiceGroup({ name: 'fit', legend: details.fit, options: FITS, labels: details.fits, value: preference, onChoose: (chosen) => flow.prefer(chosen) })}
      ${advice.probabilities.length > 0 ? probabilityBars(advice, words) : nothing}
      ${advice.zones.length > 0 ? zoneList(advice, words) : nothing}
      <p class="note">${measured?.body.source === 'camera' ? result.fromCamera : result.fromAnswers}</p>
      ${measured?.body.source === 'answers' ? html`<button class="link" type="button" @click=${() => flow.choose('camera')}>${result.surer}</button>` : nothing}
      ${silhouettes(context)}
      <button class="link" part="link" type="button" @click=${() => flow.showChart()}>${result.byHand}</button>`,
  };
};

function headline(advice: SizeAdvice, { words }: ScreenContext): TemplateResult {
  const { result } = words.dialog;
  if (advice.status === 'unavailable') return html`<p class="lead">${result.reasons[advice.reason]}</p>`;
  const sizes = advice.status === 'recommended' ? [advice.size] : [advice.smaller, advice.larger];
  return html`
    <p class="size" part="size">${sizes.map((size, index) => html`${index > 0 ? html`<span class="size-or">${result.or}</span>` : nothing}<span class="size-label">${size}</span>`)}</p>
    <p class="certainty" part="certainty" data-certainty=${advice.certainty}>${certaintyOf(advice, words)}</p>
    ${sizes.map((size) => html`<p class="lead">${fitSentence(advice, size, words)}.</p>`)}`;
}

function certaintyOf(advice: Exclude<SizeAdvice, { status: 'unavailable' }>, { dialog: { result }, percent }: Words): string {
  const share = percent(advice.probability);
  return advice.status === 'between' ? fill(result.oneOfTwo, { percent: share }) : `${result.certainty[advice.certainty]} · ${share}`;
}

function actions(advice: SizeAdvice, { flow, words }: ScreenContext): TemplateResult | typeof nothing {
  if (advice.status === 'unavailable') return nothing;
  const first = advice.status === 'recommended' ? advice.size : likelierOf(advice);
  const second = advice.status === 'recommended' ? undefined : first === advice.smaller ? advice.larger : advice.smaller;
  const button = (size: string, kind: string): TemplateResult =>
    html`<button class=${kind} part=${kind} type="button" data-size=${size} @click=${() => flow.take(size, advice.certainty)}>${fill(words.dialog.result.choose, { size })}</button>`;
  return html`<div class="stack">${button(first, 'primary')}${second === undefined ? nothing : button(second, 'secondary')}</div>`;
}

/** Judged by the advised size; between two, by the likelier. */
function figureZones(advice: SizeAdvice, { dialog: { zones, result } }: Words): FigureZone[] {
  const size = advice.status === 'recommended' ? advice.size : advice.status === 'between' ? likelierOf(advice) : undefined;
  return advice.zones.map(({ zone, decisive, fits }) => {
    const verdict = fits.find((fit) => fit.size === size)?.verdict;
    return { zone, isDecisive: decisive, name: zones[zone], ...(verdict && { verdict, verdictName: result.verdicts[verdict] }) };
  });
}

function silhouettes({ state: { measured }, flow, words: { dialog: { result } } }: ScreenContext): TemplateResult | typeof nothing {
  const outlines = measured?.outlines;
  if (!outlines) return nothing;
  return html`<section class="silhouettes" part="silhouettes" aria-label=${result.silhouettes}>
    <h3>${result.silhouettes}</h3>
    <p class="note">${result.silhouettesLead}</p>
    <div class="silhouette-pair">${VIEWS.map((view) => html`<div>
      ${outlineFigure(outlines[view], result.silhouette[view])}
      <button class="secondary small" part="secondary" type="button" data-retake=${view} @click=${() => flow.retake(view)}>${result.retake[view]}</button>
    </div>`)}</div>
  </section>`;
}
