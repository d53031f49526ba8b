import type { RgbaImage } from '@vua/models/pose';
import type { BitMask } from '../../../packages/models/training/body/mask-png.ts';

/** Person pixels this near to the background are mixed with it, and painted anew. */
const MIXED_PX = 2;

/** The picture with the person grown outwards by `radiusPx`: each new pixel takes the colour just inside the outline. */
export function dilatePerson(image: RgbaImage, mask: BitMask, radiusPx: number): RgbaImage {
  const { widthPx, heightPx } = image;
  const data = Uint8ClampedArray.from(image.data);
  const near = discBySize(radiusPx + 1);
  const mixed = discBySize(MIXED_PX);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      if (isPerson(mask, x, y) && mixed.every(({ dx, dy }) => isPerson(mask, x + dx, y + dy))) continue;
      const edge = near.find(({ dx, dy }) => isPerson(mask, x + dx, y + dy));
      if (edge === undefined) continue;
      const [fromX, fromY] = pureNear(mask, x, y, edge);
      // A pixel `distance` from the last person pixel reaches from `distance - 1` to `distance` beyond the outline.
      const share = Math.min(1, Math.max(0, radiusPx + 1 - edge.distance));
      blend(data, (y * widthPx + x) * 4, image.data, (fromY * widthPx + fromX) * 4, share);
    }
  }
  return { data, widthPx, heightPx };
}

interface Offset {
  readonly dx: number;
  readonly dy: number;
  readonly distance: number;
}

/** Offsets within a radius, the nearest first. */
function discBySize(radiusPx: number): readonly Offset[] {
  const reach = Math.ceil(radiusPx);
  const side = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  return side.flatMap((dy) => side.map((dx) => ({ dx, dy, distance: Math.hypot(dx, dy) })))
    .filter(({ distance }) => distance <= radiusPx)
    .toSorted((a, b) => a.distance - b.distance);
}

/** The nearest person pixel that is deep enough to be of one colour; less deep where the person is thin. */
function pureNear(mask: BitMask, x: number, y: number, { dx, dy, distance }: Offset): readonly [x: number, y: number] {
  const [ux, uy] = distance === 0 ? inward(mask, x, y) : [dx / distance, dy / distance];
  for (let reach = distance + MIXED_PX + 1; reach > distance; reach--) {
    const [px, py] = [Math.round(x + ux * reach), Math.round(y + uy * reach)];
    if (isPerson(mask, px, py)) return [px, py];
  }
  return [x + dx, y + dy];
}

/** Direction away from the background near a person pixel. */
function inward(mask: BitMask, x: number, y: number): readonly [number, number] {
  let [ux, uy] = [0, 0];
  for (const { dx, dy } of discBySize(MIXED_PX + 1)) if (isPerson(mask, x + dx, y + dy)) [ux, uy] = [ux + dx, uy + dy];
  const length = Math.hypot(ux, uy) || 1;
  return [ux / length, uy / length];
}

function isPerson({ bits, widthPx, heightPx }: BitMask, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < widthPx && y < heightPx && bits[y * widthPx + x] === 1;
}

function blend(into: Uint8ClampedArray, at: number, from: RgbaImage['data'], source: number, share: number): void {
  for (let k = 0; k < 3; k++) into[at + k] = share * (from[source + k] as number) + (1 - share) * (into[at + k] as number);
}
