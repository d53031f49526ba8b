import type { Random } from '../../../packages/models/training/body/random.ts';

/** A number from the standard normal distribution (Box and Muller). */
export function normalOf(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
