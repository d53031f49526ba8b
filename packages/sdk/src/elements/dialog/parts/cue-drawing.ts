import { type TemplateResult, html, svg } from 'lit';
import type { BodyCueName } from '@vua/models/body';
import { type PathPoint, smoothPath } from './smooth-path.ts';

/** Which of a cue's three words: the first, the middle, the last. */
export type CueStep = -1 | 0 | 1;

interface CueFigure {
  /** Closed outlines; x = 0 is the middle of the body. */
  readonly body: readonly string[];
  readonly head: { readonly x: number; readonly y: number; readonly radius: number };
  /** The line that the words are about. */
  readonly mark: string;
}

/** The words of a cue as small drawings, 72 high; the marked line is what differs. */
export function cueDrawing(cue: BodyCueName, step: CueStep): TemplateResult {
  const { body, head, mark } = FIGURES[cue](step);
  return html`<svg class="cue" viewBox="-30 0 60 72" aria-hidden="true">
    <circle class="figure-body" cx=${head.x} cy=${head.y} r=${head.radius}></circle>
    ${body.map((path) => svg`<path class="figure-body" d=${path}></path>`)}
    <path class="cue-mark" d=${mark}></path>
  </svg>`;
}

const FIGURES: Readonly<Record<BodyCueName, (step: CueStep) => CueFigure>> = {
  shoulders: (step) => {
    const half = 17 + 4 * step;
    return { ...front([[5, 19], [half - 5, 22.5], [half - 1, 26], [half, 32], [12.5, 52], [15.5, 64], [16, 74]]), mark: `M${-half} 29H${half}` };
  },
  tummy: (step) => {
    const out = 4 + 4 * step;
    return profile([[8.5, 32], [8, 40]], [[8, 40], [7.5 + out * 0.7, 46], [7.5 + out, 52], [8 + out * 0.75, 58], [8, 64]], [[8, 74]]);
  },
  bust: (step) => {
    const out = 5 + 3.5 * step;
    return profile([], [[6, 26], [6 + out * 0.55, 29], [6 + out * 0.95, 33.5], [6 + out, 37], [6 + out * 0.7, 41], [6, 45]], [[7, 54], [9, 64], [9, 74]]);
  },
  legs: (step) => {
    const crotch = 40 - 5 * step;
    return {
      head: { x: 0, y: 7, radius: 5 },
      body: [mirrored([[2.5, 12], [3, 14], [10, 17], [8, crotch - 14], [10, crotch - 2], [7, 70], [2.5, 70], [0, crotch]])],
      mark: `M17 ${crotch}V70M13.5 ${crotch}H20.5M13.5 70H20.5`,
    };
  },
};

/** A trunk from the front, of its right edge below the neck. */
function front(edge: readonly PathPoint[]): Omit<CueFigure, 'mark'> {
  return { head: { x: 0, y: 9, radius: 7 }, body: [mirrored([[4, 14], ...edge])] };
}

/** A trunk that looks to the right, of its front edge below the neck; the marked part is what differs. */
function profile(above: readonly PathPoint[], marked: readonly PathPoint[], below: readonly PathPoint[]): CueFigure {
  const back: readonly PathPoint[] = [[-9, 74], [-11.5, 65], [-6.5, 51], [-9, 37], [-8.5, 27], [-4.5, 20], [-3, 14]];
  const [x, y] = marked[0] ?? [0, 0];
  return {
    head: { x: 1, y: 9, radius: 7 },
    body: [`M4 14${smoothPath([[4, 14], [4.5, 19], ...above, ...marked, ...below])}L-9 74${smoothPath(back)}Z`],
    mark: `M${x} ${y}${smoothPath(marked)}`,
  };
}

function mirrored(right: readonly PathPoint[]): string {
  const left = right.map(([x, y]): PathPoint => [-x, y]).toReversed();
  return `M${right[0]?.join(' ') ?? ''}${smoothPath(right)}L${left[0]?.join(' ') ?? ''}${smoothPath(left)}Z`;
}
