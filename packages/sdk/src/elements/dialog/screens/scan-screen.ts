import { html, nothing } from 'lit';
import type { LiveState } from '../../../scan/index.ts';
import { ICONS } from '../parts/icons.ts';
import type { ScreenOf } from './screen-view.ts';

/** The live view: picture with outline, what to do, countdown, progress. */
export const scanScreen: ScreenOf = ({ state, flow, stage, words: { dialog: { scan } } }) => {
  const { live, facing, isMuted } = state;
  const otherCamera = facing === 'user' ? 'environment' : 'user';
  return {
    title: scan.title,
    spoken: state.caption,
    isVisualVital: true,
    visual: html`<div class="stage" part="stage" ?data-mirrored=${facing === 'user'} ?data-ready=${isReady(live)} role="img" aria-label=${scan.picture}>
        ${stage}
        ${live?.countdown === undefined ? nothing : html`<p class="countdown" aria-hidden="true">${live.countdown}</p>`}
      </div>`,
    content: html`
      <p class="caption" part="caption">${state.caption}</p>
      <progress class="progress" part="progress" max="1" .value=${state.progress} aria-label=${scan.progress}></progress>
      <div class="row">
        <button class="quiet" type="button" aria-pressed=${isMuted ? 'true' : 'false'} @click=${() => flow.measuring.setMuted(!isMuted)}>
          ${isMuted ? ICONS.silent : ICONS.voice}<span>${isMuted ? scan.unmute : scan.mute}</span>
        </button>
        <button class="quiet" type="button" @click=${() => flow.measuring.useCamera(otherCamera)}>${ICONS.turn}<span>${scan.switchCamera}</span></button>
      </div>
      <button class="link" type="button" @click=${() => flow.takeUp('manual')}>${scan.instead}</button>`,
  };
};

// Somebody is seen, and nothing is to be mended.
const isReady = (live: LiveState | undefined): boolean => live !== undefined && live.hint === undefined && live.outline.length > 0;
