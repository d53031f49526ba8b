import { html } from 'lit';
import type { SizeAdvice } from '@vua/models/size';
import { bodyFigure } from '../parts/body-figure.ts';
import { sentenceOf } from '../parts/keep-card.ts';
import { fill, type Words } from '../texts/words.ts';
import type { ScreenOf } from './screen-view.ts';

/** An earlier visit kept the measurements: use them, measure again, or delete them. */
export const keptScreen: ScreenOf = ({ state: { kept, advice }, flow, words }) => {
  const { dialog: { kept: texts } } = words;
  const sentence = [fill(texts.measured, { when: words.daysAgo(kept.found?.ageDays ?? 0).toLocaleLowerCase(words.locale) }), ...(advice ? [sizeSentence(advice, words)] : [])].join(' ');
  return {
    title: texts.welcome,
    spoken: `${texts.welcome}. ${sentence}`,
    visual: bodyFigure([{ zone: 'chest' }, { zone: 'waist' }, { zone: 'hip' }]),
    content: html`
      <p class="lead">${sentence}</p>
      <div class="stack">
        <button class="primary" part="primary" type="button" data-kept="use" @click=${() => void flow.useKept()}>${texts.use}</button>
        <button class="secondary" part="secondary" type="button" data-kept="again" @click=${() => flow.measureAgain()}>${texts.again}</button>
      </div>
      <button class="link" part="link" type="button" data-kept="forget" @click=${() => void flow.forget()}>${texts.forget}</button>
      <p class="note">${sentenceOf(kept, texts)}</p>`,
  };
};

function sizeSentence(advice: SizeAdvice, { dialog: { kept: texts } }: Words): string {
  if (advice.status === 'recommended') return fill(texts.fits, { size: advice.size });
  return advice.status === 'between' ? fill(texts.fitsBetween, { smaller: advice.smaller, larger: advice.larger }) : texts.fitsNone;
}
