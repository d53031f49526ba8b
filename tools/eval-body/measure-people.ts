import type { EvaluatedPerson } from '../../packages/models/training/body/evaluated-person.ts';
import type { OpenScanLab } from '../scan-lab/open-scan-lab.ts';
import { drawCapture } from './draw-capture.ts';
import type { EvalPerson } from './eval-person.ts';
import { measureCapture } from './measure-capture.ts';
import type { Perturbation } from './perturbation.ts';

const UNCHANGED = { statureCm: 0, front: [], side: [] };

export interface MeasurePeople {
  readonly people: readonly EvalPerson[];
  readonly perturbation?: Perturbation;
  readonly seed: number;
  /** Told after each capture. */
  readonly onCapture: (done: number, of: number) => void;
}

/** Measures every capture of every person, each lab taking the next; captures are numbered from 1 where there are several. */
export async function measurePeople(labs: readonly Pick<OpenScanLab, 'call'>[], { people, perturbation, seed, onCapture }: MeasurePeople): Promise<EvaluatedPerson[]> {
  const captures = perturbation?.captures ?? 1;
  const tasks = people.flatMap((person) => Array.from({ length: captures }, (_, i) => ({ person, capture: i + 1 })));
  const measured: EvaluatedPerson[] = [];
  let next = 0;
  let done = 0;
  await Promise.all(labs.map(async (lab) => {
    for (let i = next++; i < tasks.length; i = next++) {
      const { person, capture } = tasks[i] as (typeof tasks)[number];
      const change = perturbation ? drawCapture(perturbation, person, capture, seed) : UNCHANGED;
      measured[i] = { ...(await measureCapture(lab, person, change)), ...(captures > 1 && { capture }) };
      onCapture(++done, tasks.length);
    }
  }));
  return measured;
}
