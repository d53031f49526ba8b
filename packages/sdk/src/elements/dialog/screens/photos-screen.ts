import { type TemplateResult, html, nothing } from 'lit';
import type { View } from '../../../inference/frame-reading.ts';
import { bodyFigure } from '../parts/body-figure.ts';
import { viewGuide } from '../parts/pose-guide.ts';
import { failureSentence } from '../texts/failure-sentence.ts';
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
      <button class="primary" part="primary" type="button" ?disabled=${!photos.front || !photos.side} @click=${() => flow.measuring.measurePhotos()}>${dialog.photos.measure}</button>`,
  };
};

function photoPicker({ state: { photos: files, failure }, flow, words }: ScreenContext, view: View): TemplateResult {
  const { photos } = words.dialog;
  const file = files[view];
  const problem = failure?.view === view ? failureSentence(failure, words) : undefined;
  const pick = (event: Event): void => flow.measuring.addPhoto(view, (event.target as HTMLInputElement).files?.[0]);
  return html`<label class="photo" ?data-picked=${file !== undefined} ?data-wrong=${problem !== undefined}>
    <vua-photo-preview .file=${file}>${viewGuide(view)}</vua-photo-preview>
    <span class="photo-name">${photos.views[view]}</span>
    <span class="note" ?data-file=${file !== undefined}>${file ? file.name : photos.hints[view]}</span>
    ${problem ? html`<span class="problem" id="${view}-problem">${problem}</span>` : nothing}
    <span class="photo-pick">${file ? photos.change : photos.pick}</span>
    <input class="unseen" type="file" name=${view} accept="image/jpeg,image/png,image/webp,image/heic,image/*" aria-describedby=${problem ? `${view}-problem` : nothing} @change=${pick}>
  </label>`;
}
