import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** What a line or a mark stands for. */
export function legendView(entries: readonly (readonly [kind: string, text: string])[]): TemplateResult {
  return html`<ul class="legend">${entries.map(([kind, text]) => html`
    <li><svg class="sample" viewBox="0 0 20 10" aria-hidden="true">${sampleOf(kind)}</svg>${text}</li>`)}</ul>`;
}

function sampleOf(kind: string): SVGTemplateResult {
  if (kind.startsWith('band')) return svg`<rect class=${kind} width="20" height="10"></rect>`;
  if (kind === 'told' || kind === 'came') return svg`<circle class="mark-${kind}" cx="10" cy="5" r="4"></circle>`;
  return svg`<line class="line-${kind}" x1="0" x2="20" y1="5" y2="5"></line>`;
}
