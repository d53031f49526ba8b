import { html, nothing } from 'lit';
import type { ScanOffer } from '../../../scan/index.ts';
import { offersOf } from '../offers-of.ts';
import { bodyFigure } from '../parts/body-figure.ts';
import { failureSentence } from '../texts/failure-sentence.ts';
import type { ScreenOf } from './screen-view.ts';

/** While the size chart comes. */
export const loadingScreen: ScreenOf = ({ words: { dialog } }) => ({
  title: dialog.loading,
  visual: bodyFigure([]),
  content: html`<div class="spinner" aria-hidden="true"></div>`,
});

/** While something is measured or loaded. */
export const workingScreen: ScreenOf = ({ state, words: { dialog } }) => ({
  title: dialog.working,
  visual: bodyFigure([{ zone: 'chest' }, { zone: 'waist' }, { zone: 'hip' }]),
  content: html`<p class="lead">${state.caption || dialog.workingLead}</p><div class="spinner" aria-hidden="true"></div>`,
});

/** The product has no chart, it did not come, or something else kept the dialog from beginning. */
export const noChartScreen: ScreenOf = ({ state: { failure, chartProblem }, flow, words }) => {
  const { dialog: { noChart, problem }, scan } = words;
  const isUnreachable = chartProblem === 'unreachable';
  return {
    title: failure ? problem.title : isUnreachable ? noChart.notLoaded : noChart.title,
    visual: bodyFigure([]),
    content: html`
      <p class="lead">${failure ? failureSentence(failure, words) : isUnreachable ? noChart.unreachable : noChart.unknown}</p>
      ${failure || isUnreachable ? html`<button class="primary" part="primary" type="button" @click=${() => void flow.begin()}>${scan.offers.retry}</button>` : nothing}`,
  };
};

/** What went wrong, and what can be done instead. */
export const problemScreen: ScreenOf = ({ state: { failure, way }, flow, words }) => {
  const { dialog, scan } = words;
  const nameOf = (offer: ScanOffer): string => (offer === 'photos' && way === 'photos' ? dialog.photos.others : scan.offers[offer]);
  return {
    title: dialog.problem.title,
    visual: bodyFigure([]),
    content: failure === undefined ? html`` : html`
      <p class="lead">${failureSentence(failure, words)}</p>
      <div class="stack">${offersOf(failure, way).map((offer, index) => html`
        <button class=${index === 0 ? 'primary' : 'secondary'} part=${index === 0 ? 'primary' : 'secondary'} type="button" data-offer=${offer} @click=${() => flow.takeUp(offer)}>${nameOf(offer)}</button>`)}
      </div>`,
  };
};
