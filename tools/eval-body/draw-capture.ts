import { type Random, seededRandom } from '../../packages/models/training/body/random.ts';
import type { EvalPerson } from './eval-person.ts';
import type { CaptureChange, Perturbation } from './perturbation.ts';

/** The changes of one capture; they depend on nothing but the seed, the person and the capture's number. */
export function drawCapture(perturbation: Perturbation, person: EvalPerson, capture: number, seed: number): CaptureChange {
  return perturbation.draw(randomOf(`${seed}/${person.id}/${capture}`), person);
}

function randomOf(text: string): Random {
  return seededRandom(fnv1a(text));
}

/** FNV-1a, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
