import type { RgbaImage } from '@vua/models/pose';

/** The picture with `gain` times the light; channels are sRGB, light is linear. */
export function changeLight(image: RgbaImage, gain: number): RgbaImage {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => 255 * toSrgb(gain * toLinear(value / 255)));
  const data = Uint8ClampedArray.from(image.data);
  for (let at = 0; at < data.length; at += 4) {
    for (let channel = at; channel < at + 3; channel++) data[channel] = table[data[channel] as number] as number;
  }
  return { ...image, data };
}

// IEC 61966-2-1.
function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toSrgb(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}
