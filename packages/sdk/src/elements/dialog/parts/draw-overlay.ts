import type { LiveState } from '../../../scan/index.ts';

/** Colours of the outline: ready, or something to mend. */
export interface OverlayColours {
  readonly ready: string;
  readonly waiting: string;
}

/** Draws the person's outline over the live picture; the canvas has the picture's pixels. */
export function drawOverlay(canvas: HTMLCanvasElement, live: LiveState | undefined, { ready, waiting }: OverlayColours): void {
  const { widthPx = 0, heightPx = 0 } = live?.video ?? {};
  if (canvas.width !== widthPx) canvas.width = widthPx;
  if (canvas.height !== heightPx) canvas.height = heightPx;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, widthPx, heightPx);
  if (!live || live.outline.length < 6) return;
  const colour = live.hint ? waiting : ready;
  trace(context, live.outline);
  context.globalAlpha = 0.16;
  context.fillStyle = colour;
  context.fill();
  const widthOfLinePx = Math.max(2, heightPx / 240);
  context.lineJoin = 'round';
  // Dark beneath, so that the line is seen before any wall.
  stroke(context, 'black', 0.45, widthOfLinePx * 2.2);
  stroke(context, colour, 1, widthOfLinePx);
}

function stroke(context: CanvasRenderingContext2D, colour: string, alpha: number, widthPx: number): void {
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = widthPx;
  context.stroke();
}

function trace(context: CanvasRenderingContext2D, outline: Float32Array): void {
  context.beginPath();
  for (let index = 0; index + 1 < outline.length; index += 2) context.lineTo(outline[index] ?? 0, outline[index + 1] ?? 0);
  context.closePath();
}
