import { svg, type SVGTemplateResult } from 'lit';

/** A left half and its mirror image about x = 200. Halves reach half a pixel over the middle, so that no gap shows. */
export const mirrored = (half: SVGTemplateResult): SVGTemplateResult => svg`<g>${half}</g><g transform="translate(400 0) scale(-1 1)">${half}</g>`;
