/** Shades that a shop would sell under a name, written before the palette was. */
export const SHADES = {
  black: ['#0f0f10', '#1b1b1d', '#232325'], white: ['#fdfdfd', '#f7f8f9', '#f1f2f3'], grey: ['#808285', '#9a9b9d', '#66686b'],
  beige: ['#d9c3a3', '#cfb997', '#e0cdb0'], cream: ['#f7efd9', '#f4e8cc', '#faf3e0'], brown: ['#5b3a24', '#6b4428', '#4a2e1c'],
  camel: ['#b88650', '#c19360', '#ad7a45'], olive: ['#6b6b2f', '#5e612c', '#78763c'], green: ['#1f7a3a', '#2c8c46', '#176432'],
  mint: ['#a9e0c4', '#b7e8d0', '#98d6b8'], teal: ['#0f6f75', '#17808a', '#0b5f66'], blue: ['#1f55c4', '#2a62d0', '#1a48ad'],
  navy: ['#16213f', '#1b2a4d', '#101a33'], sky: ['#9cc9ee', '#8bbfe8', '#aed4f2'], purple: ['#5f2a86', '#6d3598', '#512274'],
  lavender: ['#c3b1e1', '#b9a6dc', '#cdbde8'], pink: ['#f4b6c6', '#f0a8bc', '#f7c4d0'], 'hot-pink': ['#e62a86', '#ee3f95', '#d81f78'],
  red: ['#c4161c', '#d4242a', '#b41218'], burgundy: ['#6a1526', '#5a1020', '#7a1c2e'], orange: ['#ee7a1a', '#f58a2b', '#e26d10'],
  coral: ['#f47c6a', '#f98c7c', '#ee6f5e'], yellow: ['#f7d92e', '#fbe04a', '#f0cf1c'], mustard: ['#c9991f', '#bd8d18', '#d2a32c'],
} as const;
export type ShadeName = keyof typeof SHADES;

export const BACKGROUNDS = ['white wall', 'grey studio', 'wooden floor', 'grass', 'street'] as const;

export interface MadeImage {
  readonly shade: ShadeName;
  readonly background: (typeof BACKGROUNDS)[number];
  /** Held by a person with head and arms, else laid flat. */
  readonly isWorn: boolean;
  readonly rgba: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

type Rgb = readonly [number, number, number];

const [WIDTH, HEIGHT] = [72, 96];
const SKINS: readonly Rgb[] = [[241, 205, 175], [206, 156, 118], [124, 82, 58]];

/** Every shade on every background, from a seed: in light that is dimmer or brighter, warmer or cooler, with folds and the noise of a camera. */
export function makeGarments(seed: number): readonly MadeImage[] {
  const random = createRandom(seed);
  return Object.entries(SHADES).flatMap(([shade, hexes]) => hexes.flatMap((hex) => BACKGROUNDS.map((background, i) => {
    const isWorn = i % 2 === 0;
    return { shade: shade as ShadeName, background, isWorn, rgba: draw(rgbOf(hex), background, isWorn, random), widthPx: WIDTH, heightPx: HEIGHT };
  })));
}

function draw(garment: Rgb, background: MadeImage['background'], isWorn: boolean, random: () => number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  const gain = 0.78 + 0.34 * random();
  const warmth = 0.06 * (2 * random() - 1);
  const [foldAt, foldDepth, noise] = [random() * 6, 0.05 + 0.1 * random(), 2 + 6 * random()];
  const skin = SKINS[Math.floor(random() * SKINS.length)] ?? garment;
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const part = partAt((x - WIDTH / 2) / WIDTH, y / HEIGHT, isWorn);
      const fold = part === 'garment' ? 1 - foldDepth * (0.5 + 0.5 * Math.sin(foldAt + x * 0.55 + y * 0.08)) : 1;
      const colour = part === 'garment' ? garment : part === 'skin' ? skin : backgroundAt(background, x, y, random);
      const light = gain * fold * (1.06 - (0.12 * x) / WIDTH);
      const at = (y * WIDTH + x) * 4;
      [1 + warmth, 1, 1 - warmth].forEach((cast, channel) => { rgba[at + channel] = (colour[channel] ?? 0) * light * cast + noise * (random() + random() - 1); });
      rgba[at + 3] = 255;
    }
  }
  return rgba;
}

/** Across -0.5 to 0.5, down 0 to 1. */
function partAt(across: number, down: number, isWorn: boolean): 'garment' | 'skin' | 'background' {
  const side = Math.abs(across);
  if (down > 0.24 && down < 0.86 && side < 0.15 + 0.16 * Math.max(0, down - 0.4)) return 'garment';
  if (down > 0.24 && down < 0.42 && side < 0.3 - 0.2 * (down - 0.24)) return 'garment';
  if (!isWorn) return 'background';
  if (Math.hypot(across, (down - 0.14) * (HEIGHT / WIDTH)) < 0.11) return 'skin';
  return down >= 0.42 && down < 0.66 && side > 0.21 && side < 0.27 ? 'skin' : 'background';
}

function backgroundAt(name: MadeImage['background'], x: number, y: number, random: () => number): Rgb {
  if (name === 'white wall') return [246, 246, 244];
  if (name === 'grey studio') return [168 + y * 0.3, 170 + y * 0.3, 173 + y * 0.3];
  if (name === 'wooden floor') return x % 14 === 0 ? [92, 62, 40] : [164 + 10 * Math.sin(y * 0.2), 118 + 8 * Math.sin(y * 0.2), 76];
  if (name === 'grass') return [62 + 40 * random(), 112 + 50 * random(), 44 + 20 * random()];
  return y > 70 ? [112, 112, 116] : (Math.floor(x / 12) + Math.floor(y / 16)) % 2 === 0 ? [176, 158, 140] : [128, 140, 156];
}

const rgbOf = (hex: string): Rgb => [parseInt(hex.slice(1, 3), 16), parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16)];

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
