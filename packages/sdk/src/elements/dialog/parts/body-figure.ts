import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from 'lit';
import type { BodyZone } from '@vua/models/contracts';
import type { ZoneVerdict } from '@vua/models/size';
import { FIGURE_BOX, FIGURE_PATHS, HEAD, ZONE_MARKS, type ZoneMark } from './figure-shape.ts';
import { spread } from './spread.ts';

export interface FigureZone {
  readonly zone: BodyZone;
  /** Absent: marked without a judgement. */
  readonly verdict?: ZoneVerdict;
  readonly isDecisive?: boolean;
  /** Written beside the figure. */
  readonly name?: string;
  readonly verdictName?: string;
}

const LABEL_X = 94;
const LABEL_WIDTH = 92;
const LABEL_HEIGHT = 34;
const MARGIN_ABOVE = 118;
const MARGIN_BELOW = 76;

/**
 * The project's own body figure with tapes at the zones; with names, cropped to the zones and labelled.
 * `label` is what a screen reader says instead of it; without it the figure is decoration.
 */
export function bodyFigure(zones: readonly FigureZone[], label?: string): TemplateResult {
  const isNamed = zones.some(({ name }) => name !== undefined);
  const labelYs = spread(zones.map(({ zone }) => endOf(ZONE_MARKS[zone])[1]), LABEL_HEIGHT);
  return html`<svg class="figure" part="figure" viewBox=${isNamed ? namedBox(zones) : wholeBox} role=${label ? 'img' : 'presentation'} aria-label=${label ?? nothing} aria-hidden=${label ? nothing : 'true'}>
    <g class="figure-body">
      <ellipse cx=${HEAD.x} cy=${HEAD.y} rx=${HEAD.radiusX} ry=${HEAD.radiusY}></ellipse>
      ${FIGURE_PATHS.map((path) => svg`<path d=${path}></path>`)}
    </g>
    ${zones.map((zone, index) => zoneMark(zone, labelYs[index] ?? 0))}
  </svg>`;
}

const wholeBox = `${FIGURE_BOX.x} ${FIGURE_BOX.y} ${FIGURE_BOX.width} ${FIGURE_BOX.height}`;

function namedBox(zones: readonly FigureZone[]): string {
  const ys = zones.flatMap(({ zone }) => ends(ZONE_MARKS[zone]).map(([, y]) => y));
  const top = Math.max(FIGURE_BOX.y, Math.min(...ys) - MARGIN_ABOVE);
  const bottom = Math.min(FIGURE_BOX.height, Math.max(...ys) + MARGIN_BELOW);
  return `${FIGURE_BOX.x} ${top} ${LABEL_X + LABEL_WIDTH - FIGURE_BOX.x} ${bottom - top}`;
}

function zoneMark({ zone, verdict, isDecisive, name, verdictName }: FigureZone, labelY: number): SVGTemplateResult {
  const mark = ZONE_MARKS[zone];
  const [endX, endY] = endOf(mark);
  return svg`<g class="zone" data-verdict=${verdict ?? 'plain'} ?data-decisive=${isDecisive}>
    <path class="zone-back" d=${mark.kind === 'round' ? arc(mark, -0.6) : ''}></path>
    <path class="zone-front" d=${mark.kind === 'round' ? arc(mark, 1) : straight(mark)}></path>
    ${ends(mark).map(([x, y]) => svg`<circle class="zone-end" cx=${x} cy=${y} r="2.2"></circle>`)}
    ${name === undefined ? nothing : svg`
      <path class="zone-leader" fill="none" d=${`M${endX + 4} ${endY}L${LABEL_X - 14} ${labelY}H${LABEL_X - 5}`}></path>
      <text class="zone-name" x=${LABEL_X} y=${labelY + (verdictName ? -1 : 4)}>${name}</text>
      ${verdictName ? svg`<text class="zone-verdict" x=${LABEL_X} y=${labelY + 14}>${verdictName}</text>` : nothing}`}
  </g>`;
}

function arc({ x, y, halfWidth, sag }: Extract<ZoneMark, { kind: 'round' }>, direction: number): string {
  const bend = y + sag * 1.33 * direction;
  return `M${x - halfWidth} ${y}C${x - halfWidth * 0.6} ${bend} ${x + halfWidth * 0.6} ${bend} ${x + halfWidth} ${y}`;
}

const straight = ({ from, to }: Extract<ZoneMark, { kind: 'line' }>): string => `M${from.join(' ')}L${to.join(' ')}`;

const ends = (mark: ZoneMark): readonly (readonly [number, number])[] =>
  (mark.kind === 'line' ? [mark.from, mark.to] : [[mark.x - mark.halfWidth, mark.y], [mark.x + mark.halfWidth, mark.y]]);

/** Where a label's line begins: the right end, or half-way down an upright line. */
function endOf(mark: ZoneMark): readonly [x: number, y: number] {
  if (mark.kind === 'round') return [mark.x + mark.halfWidth, mark.y];
  return [mark.from[1] === mark.to[1] ? mark.to[0] : (mark.from[0] + mark.to[0]) / 2, (mark.from[1] + mark.to[1]) / 2];
}
