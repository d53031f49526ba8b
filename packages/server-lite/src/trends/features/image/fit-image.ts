import type { DecodedImage } from './decoded-image.ts';

/** The picture with at most so many pixels a side, each the mean of those it stands for; one that is small enough as it is. */
export function fitImage(image: DecodedImage, mostSidePx: number): DecodedImage {
  const scale = Math.min(1, mostSidePx / Math.max(image.widthPx, image.heightPx));
  if (scale === 1) return image;
  const [widthPx, heightPx] = [Math.max(1, Math.round(image.widthPx * scale)), Math.max(1, Math.round(image.heightPx * scale))];
  const rgba = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) rgba.set(meanOf(image, [edge(x, widthPx, image.widthPx), edge(x + 1, widthPx, image.widthPx)], [edge(y, heightPx, image.heightPx), edge(y + 1, heightPx, image.heightPx)]), (y * widthPx + x) * 4);
  }
  return { rgba, widthPx, heightPx };
}

const edge = (at: number, count: number, lengthPx: number): number => Math.floor((at * lengthPx) / count);

function meanOf({ rgba, widthPx }: DecodedImage, [left, right]: readonly [number, number], [top, bottom]: readonly [number, number]): readonly number[] {
  const sums = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * widthPx + left) * 4; at < (y * widthPx + right) * 4; at += 1) sums[at % 4] = (sums[at % 4] ?? 0) + (rgba[at] ?? 0);
  }
  return sums.map((sum) => sum / ((right - left) * (bottom - top)));
}
