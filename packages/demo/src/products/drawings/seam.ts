import { svg, type SVGTemplateResult } from 'lit';
import type { Cloth } from '../cloth.ts';

/** A sewn line. */
export const seam = (cloth: Cloth, path: string): SVGTemplateResult =>
  svg`<path d=${path} fill="none" stroke=${cloth.line} stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"></path>`;

/** A line of stitches beside a seam. */
export const stitches = (cloth: Cloth, path: string): SVGTemplateResult =>
  svg`<path d=${path} fill="none" stroke=${cloth.line} stroke-width="0.9" stroke-dasharray="3 2.6" opacity="0.75"></path>`;

/** A soft fold in the cloth. */
export const fold = (cloth: Cloth, path: string): SVGTemplateResult => svg`<path d=${path} fill=${cloth.shade} opacity="0.75"></path>`;
