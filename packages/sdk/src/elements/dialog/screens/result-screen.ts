import { type TemplateResult, html, nothing } from 'lit';
import type { FitPreference, SizeAdvice } from '@vua/models/size';
import { type FigureZone, bodyFigure } from '../parts/body-figure.ts';
import { choiceGroup } from '../parts/choice-group.ts';
import { keepCard } from '../parts/keep-card.ts';
import { moreCard } from '../parts/more-card.ts';
import { probabilityBars } from '../parts/probability-bars.ts';
import { silhouettePair } from '../parts/silhouette-pair.ts';
import { zoneList } from '../parts/zone-list.ts';
import { certaintySentence, decidingSentence, fitSentence, fitsNowhereAll, nextStepSentence } from '../texts/advice-sentences.ts';
import { type Words, fill } from '../texts/words.ts';
import { measuredScreen } from './measured-screen.ts';
import type { ScreenContext, ScreenOf, ScreenView } from './screen-view.ts';

const FITS: readonly FitPreference[] = ['close', 'regular', 'loose'];

/** The answer, how sure it is, and why; without a chart, what was measured. */
export const resultScreen: ScreenOf = (context) => (context.state.advice ? adviceScreen(context, context.state.advice) : measuredScreen(context));

function adviceScreen(context: ScreenContext, advice: SizeAdvice): ScreenView {
  const { state: { measured, more, preference, way }, flow, words } = context;
  const { result, details } = words.dialog;
  const figure = figureZones(advice, words);
  const title = titleOf(advice, words);
  // Then nobody needs to answer more, though they may. Where the questions stand does not change while they are answered.
  const isSure = more.question === undefined && advice.status === 'recommended' && advice.certainty === 'high';
  return {
    title,
    spoken: spokenOf(title, advice, words),
    visual: bodyFigure(figure, result.figure),
    content: html`
      ${headline(advice, context)}
      ${actions(advice, context)}
      <div class="inline-visual">${bodyFigure(figure, result.figure)}</div>
      ${choiceGroup({ name: 'fit', legend: details.fit, options: FITS, labels: details.fits, value: preference, onChoose: (chosen) => flow.prefer(chosen) })}
      ${advice.probabilities.length > 0 ? probabilityBars(advice, words) : nothing}
      ${isSure ? nothing : moreCard(context)}
      ${advice.zones.length > 0 ? zoneList(advice, words) : nothing}
      ${isSure ? moreCard(context) : nothing}
      <p class="note">${measured?.body.source === 'camera' ? result.fromCamera : result.fromAnswers}</p>
      ${measured?.outlines ? silhouettePair({ outlines: measured.outlines, way, words, onRetake: (view) => flow.measuring.retake(view) }) : nothing}
      ${keepCard(context)}
      ${advice.status === 'unavailable' ? nothing : html`<button class="link" part="link" type="button" @click=${() => flow.showChart()}>${result.byHand}</button>`}`,
  };
}

function titleOf(advice: SizeAdvice, { dialog: { result } }: Words): string {
  if (advice.status === 'unavailable') return result.none;
  if (advice.status === 'between') return result.between;
  return advice.certainty === 'low' ? result.closest : result.yours;
}

function headline(advice: SizeAdvice, { state: { chart, measured }, words }: ScreenContext): TemplateResult {
  const { result } = words.dialog;
  const decides = chart && decidingSentence(advice, chart, words);
  if (advice.status === 'unavailable') {
    return html`<p class="lead">${result.reasons[advice.reason]}</p>
      ${decides ? html`<p class="lead">${decides}</p>` : nothing}
      <p class="lead">${nextStepSentence(advice, chart, Object.keys(measured?.body.measurements ?? {}), words)}</p>`;
  }
  const sizes = sizesOf(advice);
  return html`
    <p class="size" part="size">${sizes.map((size, index) => html`${index > 0 ? html`<span class="size-or">${result.or}</span>` : nothing}<span class="size-label">${size}</span>`)}</p>
    <p class="certainty" part="certainty" data-certainty=${advice.certainty}>${certaintySentence(advice, words)}</p>
    ${sizes.map((size) => html`<p class="lead">${fitSentence(advice, size, words)}.</p>`)}
    ${fitsNowhereAll(advice) ? html`<p class="lead">${result.nowhereAll}</p>` : nothing}
    ${decides ? html`<p class="note decides">${decides}</p>` : nothing}`;
}

type Advised = Exclude<SizeAdvice, { status: 'unavailable' }>;

const sizesOf = (advice: Advised): readonly string[] => (advice.status === 'recommended' ? [advice.size] : [advice.smaller, advice.larger]);

// Also for another fit, where the title may stay the same.
function spokenOf(title: string, advice: SizeAdvice, words: Words): string {
  const { result } = words.dialog;
  if (advice.status === 'unavailable') return `${title}. ${result.reasons[advice.reason]}`;
  return `${title}: ${sizesOf(advice).join(` ${result.or} `)}. ${certaintySentence(advice, words)}`;
}

/** What can be bought comes first; what is sold out says so. */
function actions(advice: SizeAdvice, { state: { inStock }, flow, words: { dialog: { result, ways } } }: ScreenContext): TemplateResult {
  if (advice.status === 'unavailable') return html`<button class="secondary" part="secondary" type="button" @click=${() => flow.showChart()}>${ways.byHand}</button>`;
  const isThere = (size: string): boolean => inStock?.includes(size) ?? true;
  const likelierFirst = advice.status === 'recommended' ? [advice.size] : [advice.likelier, advice.likelier === advice.smaller ? advice.larger : advice.smaller];
  const [first, ...others] = likelierFirst.toSorted((a, b) => Number(isThere(b)) - Number(isThere(a)));
  const button = (size: string): TemplateResult => {
    const kind = size === first && isThere(size) ? 'primary' : 'secondary';
    return html`<button class=${kind} part=${kind} type="button" data-size=${size} @click=${() => flow.take(size, advice.certainty)}>${fill(isThere(size) ? result.choose : result.chooseSoldOut, { size })}</button>`;
  };
  return html`<div class="stack">${[first, ...others].flatMap((size) => (size === undefined ? [] : button(size)))}</div>`;
}

/** Judged by the advised size; between two, by the likelier, and then it is named. */
function figureZones(advice: SizeAdvice, { dialog: { zones, result } }: Words): FigureZone[] {
  const [size, named] = advice.status === 'recommended' ? [advice.size, ''] : advice.status === 'between' ? [advice.likelier, `${advice.likelier}: `] : [];
  return advice.zones.map(({ zone, decisive, fits }) => {
    const verdict = fits.find((fit) => fit.size === size)?.verdict;
    return { zone, isDecisive: decisive, name: zones[zone], ...(verdict && { verdict, verdictName: `${named}${result.verdicts[verdict]}` }) };
  });
}
