import { type TemplateResult, html } from 'lit';
import type { View } from '../../../inference/frame-reading.ts';
import type { Outline } from '../../../worker/scan-worker-api.ts';
import type { Words } from '../texts/words.ts';
import type { Way } from '../way.ts';
import { outlineFigure } from './outline-figure.ts';

const VIEWS: readonly View[] = ['front', 'side'];

interface SilhouettePair {
  readonly outlines: Readonly<Record<View, Outline>>;
  readonly way: Way;
  readonly words: Words;
  readonly onRetake: (view: View) => void;
}

/** Both silhouettes that were measured; each may be taken again, of photos by choosing another. */
export function silhouettePair({ outlines, way, words: { dialog: { result, photos } }, onRetake }: SilhouettePair): TemplateResult {
  const again = way === 'photos' ? photos.change : result.retake;
  return html`<section class="silhouettes" part="silhouettes" aria-label=${result.silhouettes}>
    <h3>${result.silhouettes}</h3>
    <p class="note">${result.silhouettesLead}</p>
    <div class="silhouette-pair">${VIEWS.map((view) => html`<div>
      ${outlineFigure(outlines[view], result.silhouette[view])}
      <p class="note">${photos.views[view]}</p>
      <button class="secondary small" part="secondary" type="button" data-retake=${view} aria-label="${again}: ${photos.views[view]}" @click=${() => onRetake(view)}>${again}</button>
    </div>`)}</div>
  </section>`;
}
