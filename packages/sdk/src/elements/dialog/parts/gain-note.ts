import { type TemplateResult, html, nothing, svg } from 'lit';
import { type IntervalGain, intervalGain } from '../more/interval-gain.ts';
import type { ScreenContext } from '../screens/screen-view.ts';
import { fill } from '../texts/words.ts';

// Less than this nobody would call surer.
const FELT_CM = 0.1;
const TRUNK = ['chest', 'waist', 'hip'] as const;

/** What the further answers did to the interval that matters, in words and as two lines. */
export function gainNote({ state: { more, measured, advice }, words }: ScreenContext): TemplateResult {
  const { dialog: { more: texts } } = words;
  const zones = advice && advice.zones.length > 0 ? advice.zones : TRUNK.map((zone) => ({ zone, decisive: false }));
  const gain = more.outcome && more.first && measured ? intervalGain(more.first.body, measured.body, zones) : undefined;
  const sentence = more.outcome === 'failed' ? texts.failed : more.outcome === 'contradicting' ? texts.contradicting[measured?.body.source ?? 'answers'] : undefined;
  return html`<div class="gain" aria-live="polite" data-outcome=${more.outcome ?? nothing}>
    ${sentence ? html`<p class="note">${sentence}</p>` : nothing}
    ${gain && more.outcome !== 'failed' ? html`${gainLines(gain)}<p class="note">${gainSentence(gain, words)}</p>` : nothing}
  </div>`;
}

function gainSentence({ zone, beforeCm, nowCm }: IntervalGain, { dialog: { more: texts, zones }, fineCm }: ScreenContext['words']): string {
  const template = Math.abs(nowCm - beforeCm) < FELT_CM ? texts.unchanged : nowCm < beforeCm ? texts.gained : texts.wider;
  return fill(template, { zone: zones[zone], now: fineCm(nowCm), before: fineCm(beforeCm) });
}

/** The interval before above the interval now, on one scale. */
function gainLines({ beforeCm, nowCm }: IntervalGain): TemplateResult {
  const line = (halfCm: number, y: number, name: string) => {
    const half = (halfCm / Math.max(beforeCm, nowCm)) * 96;
    return svg`<path class=${name} d=${`M${100 - half} ${y}H${100 + half}M${100 - half} ${y - 4}v8M${100 + half} ${y - 4}v8`}></path>`;
  };
  return html`<svg class="gain-lines" viewBox="0 0 200 30" aria-hidden="true">${line(beforeCm, 8, 'gain-before')}${line(nowCm, 22, 'gain-now')}</svg>`;
}
