import { type TemplateResult, html } from 'lit';
import type { Outline } from '../../../worker/scan-worker-api.ts';

const MARGIN = 0.04;

/** A silhouette that was measured, cropped to the person. */
export function outlineFigure({ points }: Outline, label: string): TemplateResult {
  return html`<svg class="outline" viewBox=${viewBoxOf(points)} role="img" aria-label=${label}><path d=${outlinePath(points)}></path></svg>`;
}

function outlinePath(points: Float32Array): string {
  let path = '';
  for (let index = 0; index + 1 < points.length; index += 2) path += `${index === 0 ? 'M' : 'L'}${points[index]?.toFixed(1)} ${points[index + 1]?.toFixed(1)}`;
  return path && `${path}Z`;
}

function viewBoxOf(points: Float32Array): string {
  if (points.length < 2) return '0 0 1 1';
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = (bottom - top) * MARGIN;
  return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin].map((value) => value.toFixed(1)).join(' ');
}
