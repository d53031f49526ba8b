import { type TemplateResult, html, nothing } from 'lit';
import type { SurerBy, SurerMeans } from '@vua/models/size';
import type { ScreenContext } from '../screens/screen-view.ts';
import { fill } from '../texts/words.ts';
import { gainNote } from './gain-note.ts';
import { moreQuestion } from './more-question.ts';

/** How to make the answer surer: what would help most, and short questions one at a time. */
export function moreCard(context: ScreenContext): TemplateResult {
  const { state: { more: { question } }, words: { dialog: { more: texts } } } = context;
  return html`<section class="more" part="more" aria-label=${texts.title}>
    <h3>${texts.title}</h3>
    ${question === undefined ? folded(context) : question === 'end' ? ended(context) : moreQuestion(context, question)}
    ${gainNote(context)}
    ${scanAgain(context)}
  </section>`;
}

function folded({ state: { advice, measured }, flow, words }: ScreenContext): TemplateResult {
  const { dialog: { more: texts, ways } } = words;
  const count = flow.more.questions().length;
  const means = advice?.surer ?? [];
  const isScanMissing = measured?.body.source === 'answers' && !means.some(({ by }) => by === 'scan');
  return html`
    ${means.length > 0 ? html`<ul class="means">${means.map((each) => meansItem(each, { flow, words }))}</ul>` : nothing}
    <div class="more-actions">
      ${isScanMissing ? html`<button class="secondary" type="button" data-surer="scan" @click=${() => flow.choose('camera')}>${ways.names.camera}</button>` : nothing}
      <button class="secondary" part="secondary" type="button" data-more="open" @click=${() => flow.more.show(flow.more.questions()[0])}>${fill(texts.open, { count: String(count) })}</button>
    </div>
    <p class="note">${texts.openNote}</p>`;
}

function meansItem({ by, zone, intervalFactor }: SurerBy, { flow, words }: Pick<ScreenContext, 'flow' | 'words'>): TemplateResult {
  const { dialog: { more: texts, ways, zones }, locale, percent } = words;
  const act: Readonly<Record<SurerMeans, () => void>> = {
    scan: () => flow.choose('camera'), mass: () => flow.more.show('mass'), sex: () => flow.more.show('sex'), retake: () => flow.measuring.retake('side'),
  };
  return html`<li>
    <span>${fill(texts.means[by], { zone: zones[zone].toLocaleLowerCase(locale), percent: percent(1 - intervalFactor) })}</span>
    <button class="secondary small" part="secondary" type="button" data-surer=${by} @click=${act[by]}>${by === 'scan' ? ways.names.camera : texts.act[by]}</button>
  </li>`;
}

function ended({ flow, words: { dialog: { more: texts } } }: ScreenContext): TemplateResult {
  return html`<p class="note" tabindex="-1" data-more="end">${texts.end}</p>
    <button class="link" type="button" data-more="change" @click=${() => flow.more.show(flow.more.questions()[0])}>${texts.change}</button>`;
}

function scanAgain({ state: { more, measured }, flow, words: { dialog: { more: texts } } }: ScreenContext): TemplateResult | typeof nothing {
  if (more.outcome !== 'contradicting' || measured?.body.source !== 'camera') return nothing;
  return html`<button class="link" type="button" data-more="scan-again" @click=${() => (measured.outlines ? flow.measuring.retake('front') : flow.choose('camera'))}>${texts.scanAgain}</button>`;
}
