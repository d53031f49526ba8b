import { type TemplateResult, html, nothing } from 'lit';
import type { SizeAdvice, ZoneAdvice, ZoneFit } from '@vua/models/size';
import { type Words, fill } from '../texts/words.ts';

/** Why this size: each zone with the body, the range of the size and the verdict. */
export function zoneList({ zones }: SizeAdvice, words: Words): TemplateResult {
  return html`<section class="why" part="why">
    <h3>${words.dialog.result.why}</h3>
    <ul>${zones.map((zone) => zoneItem(zone, words))}</ul>
  </section>`;
}

function zoneItem({ zone, body, decisive, fits }: ZoneAdvice, words: Words): TemplateResult {
  const { result, zones } = words.dialog;
  return html`<li>
    <p class="why-zone">${zones[zone]}${decisive ? html` <span class="tag">${result.decides}</span>` : nothing}</p>
    <p class="why-you">${fill(result.you, { cm: words.cm(body.meanCm), from: words.cm(body.p5Cm), to: words.cm(body.p95Cm) })}</p>
    ${fits.map((fit) => fitLine(fit, words))}
  </li>`;
}

function fitLine({ size, range, verdict, outsideCm, easeCm }: ZoneFit, words: Words): TemplateResult {
  const { result } = words.dialog;
  const ease = easeCm && fill(result.ease, { cm: words.cm(easeCm.meanCm), from: words.cm(easeCm.p5Cm), to: words.cm(easeCm.p95Cm) });
  return html`<p class="why-fit">
    <span class="verdict" data-verdict=${verdict}>${result.verdicts[verdict]}${verdict === 'good' ? nothing : ` ${words.fineCm(Math.abs(outsideCm))} cm`}</span>
    <span>${fill(result.sizeRange, { size, from: words.cm(range.minCm), to: words.cm(range.maxCm) })}${ease ? html`<br>${ease}` : nothing}</span>
  </p>`;
}
