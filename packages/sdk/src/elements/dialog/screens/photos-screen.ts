import { type TemplateResult, html } from 'lit';
import type { View } from '../../../inference/frame-reading.ts';
import { bodyFigure } from '../parts/body-figure.ts';
import { viewGuide } from '../parts/pose-guide.ts';
import type { ScreenContext, ScreenOf } from './screen-view.ts';

const VIEWS: readonly View[] = ['front', 'side'];

/** Two files instead of the camera. */
export const photosScreen: ScreenOf = (context) => {
  const { state: { photos }, flow, words: { dialog } } = context;
  return {
    title: dialog.photos.title,
    visual: bodyFigure([]),
    content: html`
      <p class="lead">${dialog.photos.lead}</p>
      <div class="photos">${VIEWS.map((view) => photoPicker(context, view))}</div>
      <button class="primary" part="primary" type="button" ?disabled=${!photos.front || !photos.side} @click=${() => flow.measurePhotos()}>${dialog.photos.measure}</button>`,
  };
};

function photoPicker({ state, flow, words: { dialog: { photos } } }: ScreenContext, view: View): TemplateResult {
  const file = state.photos[view];
  const pick = (event: Event): void => flow.addPhoto(view, (event.target as HTMLInputElement).files?.[0]);
  return html`<label class="photo" ?data-picked=${file !== undefined}>
    <vua-photo-preview .file=${file}>${viewGuide(view)}</vua-photo-preview>
    <span class="photo-name">${photos.views[view]}</span>
    <span class="note">${file ? file.name : photos.hints[view]}</span>
    <span class="photo-pick">${file ? photos.change : photos.pick}</span>
    <input class="unseen" type="file" name=${view} accept="image/jpeg,image/png,image/webp,image/heic,image/*" @change=${pick}>
  </label>`;
}
