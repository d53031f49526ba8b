import type { StepWindow } from '@vua/models/sequence';
import { seededRandom } from '../../body/random.ts';

/** Sessions that walk a ring of items, one step after another, or two at a time where the first step was two: only who looks back can tell which. */
export function plantedSessions(count: number, items: number, seed: number): StepWindow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const [start, pace, length] = [Math.floor(random() * items), random() < 0.5 ? 1 : 2, 4 + Math.floor(random() * 6)];
    return { items: Int32Array.from({ length }, (_, step) => (start + pace * step) % items), sides: {} };
  });
}
