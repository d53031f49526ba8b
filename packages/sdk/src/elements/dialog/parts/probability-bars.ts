import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from 'lit';
import type { SizeAdvice } from '@vua/models/size';
import type { Words } from '../texts/words.ts';

// Less than this outside the chart is not worth a line of its own.
const MENTION_FROM = 0.02;

/** How likely each size is: one bar a size, readable as a list. */
export function probabilityBars(advice: SizeAdvice, words: Words): TemplateResult {
  const { result } = words.dialog;
  const advised = advice.status === 'recommended' ? [advice.size] : advice.status === 'between' ? [advice.smaller, advice.larger] : [];
  const rows = [
    ...outside(result.smallerThanChart, advice.smallerThanChart),
    ...advice.probabilities.map(({ size, probability }) => ({ name: size, probability, isAdvised: advised.includes(size) })),
    ...outside(result.largerThanChart, advice.largerThanChart),
  ];
  return html`<section class="odds" part="probabilities" aria-label=${result.probabilities}>
    <h3>${result.probabilities}</h3>
    <ul>${rows.map(({ name, probability, isAdvised }) => html`
      <li ?data-advised=${isAdvised}>
        <span class="odds-name">${name}</span>
        <svg class="odds-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="odds-track" width="100" height="6"></rect>
          ${probability >= 0.005 ? barOf(probability) : nothing}
        </svg>
        <span class="odds-value">${words.percent(probability)}</span>
      </li>`)}
    </ul>
  </section>`;
}

const outside = (name: string, probability: number) => (probability >= MENTION_FROM ? [{ name, probability, isAdvised: false }] : []);

// As an attribute of an SVG rectangle: an inline style would break a strict content security policy.
const barOf = (probability: number): SVGTemplateResult => svg`<rect class="odds-fill" width=${Math.max(1, Math.round(probability * 1000) / 10)} height="6"></rect>`;
