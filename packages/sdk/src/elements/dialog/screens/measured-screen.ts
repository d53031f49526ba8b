import { html, nothing } from 'lit';
import type { MeasurementName } from '@vua/models/body';
import { bodyFigure } from '../parts/body-figure.ts';
import { keepCard } from '../parts/keep-card.ts';
import { moreCard } from '../parts/more-card.ts';
import { silhouettePair } from '../parts/silhouette-pair.ts';
import { fill } from '../texts/words.ts';
import type { ScreenContext, ScreenView } from './screen-view.ts';

/** What most charts speak of. */
const SHOWN = ['chest', 'waist', 'hip', 'inseam'] as const satisfies readonly MeasurementName[];

/** Measured for the whole shop: no chart, so no size yet. */
export function measuredScreen(context: ScreenContext): ScreenView {
  const { state: { measured, way }, flow, words } = context;
  const { kept, result, zones } = words.dialog;
  const shown = SHOWN.flatMap((zone) => {
    const estimate = measured?.body.measurements[zone];
    return estimate ? [{ zone, estimate }] : [];
  });
  return {
    title: kept.ready,
    visual: bodyFigure(shown.map(({ zone }) => ({ zone }))),
    content: html`
      <p class="lead">${kept.readyLead}</p>
      <button class="primary" part="primary" type="button" data-finish @click=${() => flow.finish()}>${kept.showFitting}</button>
      ${keepCard(context)}
      <section class="why"><ul>${shown.map(({ zone, estimate: { meanCm, p5Cm, p95Cm } }) => html`<li>
        <p class="why-zone">${zones[zone]}</p>
        <p class="why-you">${fill(result.you, { cm: words.cm(meanCm), from: words.cm(p5Cm), to: words.cm(p95Cm) })}</p>
      </li>`)}</ul></section>
      ${moreCard(context)}
      ${measured?.outlines ? silhouettePair({ outlines: measured.outlines, way, words, onRetake: (view) => flow.measuring.retake(view) }) : nothing}`,
  };
}
