import { html, nothing } from 'lit';
import { bodyFigure } from '../parts/body-figure.ts';
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
  content: html`<div class="spinner" aria-hidden="true"></div>${state.caption ? html`<p class="lead">${state.caption}</p>` : nothing}`,
});

/** The product has no chart, or it did not come. */
export const noChartScreen: ScreenOf = ({ state, flow, words: { dialog } }) => ({
  title: dialog.noChart.title,
  visual: bodyFigure([]),
  content: state.chartProblem === 'unreachable'
    ? html`<p class="lead">${dialog.noChart.unreachable}</p>
      <button class="primary" part="primary" type="button" @click=${() => void flow.begin()}>${dialog.tryAgain}</button>`
    : html`<p class="lead">${dialog.noChart.unknown}</p>`,
});

/** What went wrong, and what can be done instead. */
export const problemScreen: ScreenOf = ({ state: { failure }, flow, words: { dialog, scan } }) => ({
  title: dialog.problem.title,
  visual: bodyFigure([]),
  content: failure === undefined ? html`` : html`
    <p class="lead">${failure.kind === 'fault' ? scan.faults[failure.code] : scan.refusals[failure.reason]}</p>
    <div class="stack">${failure.offers.map((offer, index) => html`
      <button class=${index === 0 ? 'primary' : 'secondary'} part=${index === 0 ? 'primary' : 'secondary'} type="button" data-offer=${offer} @click=${() => flow.takeUp(offer)}>${scan.offers[offer]}</button>`)}
    </div>`,
});
