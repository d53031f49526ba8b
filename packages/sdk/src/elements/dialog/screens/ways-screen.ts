import { html, nothing } from 'lit';
import { bodyFigure } from '../parts/body-figure.ts';
import { ICONS } from '../parts/icons.ts';
import type { Way } from '../way.ts';
import type { ScreenOf } from './screen-view.ts';

const WAYS: readonly Way[] = ['camera', 'photos', 'answers'];

/** How do you want to be measured? */
export const waysScreen: ScreenOf = ({ state: { chart, kept }, flow, words: { dialog: { ways, kept: keptTexts } } }) => ({
  title: ways.title,
  visual: bodyFigure([{ zone: 'chest' }, { zone: 'waist' }, { zone: 'hip' }]),
  content: html`
    <p class="lead">${ways.lead}</p>
    ${kept.status === 'gone' || kept.status === 'stuck' ? html`<p class="note">${keptTexts[kept.status]}</p>` : nothing}
    <ul class="ways">${WAYS.map((way) => html`
      <li><button class="way" part="way" type="button" data-way=${way} @click=${() => flow.choose(way)}>
        <span class="way-icon">${ICONS[way]}</span>
        <span class="way-text">
          <span class="way-name">${ways.names[way]}${way === 'camera' ? html` <span class="tag">${ways.most}</span>` : nothing}</span>
          <span class="note">${ways.notes[way]}</span>
        </span>
        ${ICONS.next}
      </button></li>`)}
    </ul>
    ${chart ? html`<button class="link" part="link" type="button" @click=${() => flow.showChart()}>${ways.byHand}</button>` : nothing}`,
});
