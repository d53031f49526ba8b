import { html } from 'lit';
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

/** The product has no chart, or it did not come. */
export const noChartScreen: ScreenOf = ({ state, flow, words: { dialog } }) => ({
  title: state.chartProblem === 'unreachable' ? dialog.noChart.notLoaded : dialog.noChart.title,
  visual: bodyFigure([]),
  content: state.chartProblem === 'unreachable'
    ? html`<p class="lead">${dialog.noChart.unreachable}</p>
      <button class="primary" part="primary" type="button" @click=${() => void flow.begin()}>${dialog.tryAgain}</button>`
    : html`<p class="lead">${dialog.noChart.unknown}</p>`,
});

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
