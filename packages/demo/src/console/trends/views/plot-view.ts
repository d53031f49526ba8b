import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { SIDE } from '../charts/paths.ts';

/** A picture with axes. */
export interface Plot {
  /** Names the picture on the page. */
  readonly id: string;
  readonly title: string;
  /** The picture in words. */
  readonly description: string;
  /** Of the horizontal lines, evenly far apart, from the bottom up. */
  readonly yLabels: readonly string[];
  readonly xLabels: readonly { readonly at: number; readonly text: string }[];
  /** In a square that is stretched to its place. */
  readonly drawing: SVGTemplateResult;
  /** Placed by per cent, not stretched. */
  readonly marks?: SVGTemplateResult;
  /** Told where on the picture somebody points, 0-1 from the left. */
  readonly point?: (at: number) => void;
}

/** Letters are never stretched: they lie beside the drawing. */
export function plotView({ id, title, description, yLabels, xLabels, drawing, marks, point }: Plot, below: TemplateResult | typeof nothing = nothing): TemplateResult {
  const lines = yLabels.map((_label, k) => (SIDE * k) / (yLabels.length - 1));
  const pointed = (event: PointerEvent): void => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    point?.(Math.min(1, Math.max(0, (event.clientX - left) / width)));
  };
  return html`
    <div class="trend-plot">
      <p class="trend-scale" aria-hidden="true">${yLabels.toReversed().map((label) => html`<span>${label}</span>`)}</p>
      <svg class="trend-picture" role="img" aria-labelledby="${id}-title ${id}-description" @pointermove=${point === undefined ? nothing : pointed} @pointerdown=${point === undefined ? nothing : pointed}>
        <title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
        <svg viewBox="0 0 ${SIDE} ${SIDE}" preserveAspectRatio="none" width="100%" height="100%">
          ${lines.map((y) => svg`<line class="grid" x1="0" x2=${SIDE} y1=${y} y2=${y}></line>`)}
          ${drawing}
        </svg>
        ${marks ?? nothing}
      </svg>
      <svg class="trend-times" aria-hidden="true">${xLabels.map(({ at, text }) => svg`<text x="${100 * at}%" y="1rem" text-anchor=${anchorOf(at)}>${text}</text>`)}</svg>
      ${below}
    </div>`;
}

/** Labels at the edges stay within. */
const anchorOf = (at: number): string => (at < 0.08 ? 'start' : at > 0.92 ? 'end' : 'middle');
