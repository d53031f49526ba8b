import type { Random } from '../../packages/models/training/body/random.ts';
import { normalOf } from '../scan-lab/pixels/normal-of.ts';

/** A number between two others, each as likely. */
export function uniform(random: Random, from: number, to: number): number {
  return from + (to - from) * random();
}

/** A number from a normal distribution around 0, drawn again while it lies beyond two standard deviations. */
export function cutNormal(random: Random, sd: number): number {
  for (;;) {
    const value = normalOf(random);
    if (Math.abs(value) <= 2) return sd * value;
  }
}

/** A seed for what is drawn elsewhere. */
export function drawSeed(random: Random): number {
  return Math.floor(random() * 2 ** 32);
}
