import { type TemplateResult, html, svg } from 'lit';
import type { View } from '../../../inference/frame-reading.ts';
import { FIGURE_BOX, FIGURE_PATHS, HEAD, PROFILE_PATH } from './figure-shape.ts';

/** A person before a phone that stands at hip height: a decoration for the words beside it. */
export function poseGuide(): TemplateResult {
  return html`<svg class="figure guide" viewBox="-110 -10 340 520" aria-hidden="true">
    <path class="guide-floor" d="M-100 496H222"></path>
    <g class="figure-body">
      <ellipse cx=${HEAD.x} cy=${HEAD.y} rx=${HEAD.radiusX} ry=${HEAD.radiusY}></ellipse>
      ${FIGURE_PATHS.map((path) => svg`<path d=${path}></path>`)}
    </g>
    <path class="guide-sight" d="M186 250L20 12M186 250L22 488"></path>
    <rect class="guide-phone" x="184" y="222" width="14" height="56" rx="3"></rect>
    <path class="guide-floor" d="M191 278V496M176 496H206"></path>
    <path class="guide-span" d="M30 508H184M30 503V513M184 503V513"></path>
  </svg>`;
}

/** How to stand for a photo of this view. */
export function viewGuide(view: View): TemplateResult {
  const paths = view === 'front' ? FIGURE_PATHS : [PROFILE_PATH];
  return html`<svg class="figure" viewBox="${FIGURE_BOX.x} -16 ${FIGURE_BOX.width} 532" aria-hidden="true"><g class="figure-body">
    <ellipse cx=${HEAD.x + (view === 'side' ? 3 : 0)} cy=${HEAD.y} rx=${HEAD.radiusX + (view === 'side' ? 2 : 0)} ry=${HEAD.radiusY}></ellipse>
    ${paths.map((path) => svg`<path d=${path}></path>`)}
  </g></svg>`;
}
