import type { RgbaImage } from '@vua/models/pose';
import { seededRandom } from '../../../packages/models/training/body/random.ts';
import { normalOf } from './normal-of.ts';

/** Numbers are drawn from as many that were drawn beforehand: a picture needs millions. */
const POOL = 65_536;

/** Independent normal noise on each colour channel. @param sd in steps of 0-255 */
export function addNoise(image: RgbaImage, sd: number, seed: number): RgbaImage {
  const random = seededRandom(seed);
  const pool = Float32Array.from({ length: POOL }, () => sd * normalOf(random));
  const data = Uint8ClampedArray.from(image.data);
  for (let at = 0; at < data.length; at += 4) {
    for (let channel = at; channel < at + 3; channel++) data[channel] = (data[channel] as number) + (pool[Math.floor(random() * POOL)] as number);
  }
  return { ...image, data };
}
