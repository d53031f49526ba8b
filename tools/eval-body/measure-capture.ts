import type { BodyProfile, MeasureOutcome } from '@vua/models/body';
import type { EvaluatedPerson } from '../../packages/models/training/body/evaluated-person.ts';
import type { ScanOutcome } from '../../packages/sdk/src/worker/index.ts';
import type { OpenScanLab } from '../scan-lab/open-scan-lab.ts';
import type { EvalPerson } from './eval-person.ts';
import type { CaptureChange } from './perturbation.ts';

/** Measures one capture of a person through the worker, in both passes. */
export async function measureCapture(lab: Pick<OpenScanLab, 'call'>, person: EvalPerson, { statureCm: addedCm, front, side }: CaptureChange): Promise<EvaluatedPerson> {
  const { stature_cm: trueStatureCm, mass_kg: massKg } = person.measurements;
  const statureCm = trueStatureCm + addedCm;
  const profiles: BodyProfile[] = [{ statureCm }];
  if (massKg !== undefined || person.sex !== undefined) profiles.push({ statureCm, massKg, sex: person.sex });
  const url = (view: 'front' | 'side'): string => `/pictures/${person.pictures[view].file}`;
  const [statureOnly, withMass] = await lab.call('measure', { url: url('front'), changes: front }, { url: url('side'), changes: side }, profiles);
  if (statureOnly === undefined) throw new Error(`${person.id} gave no outcome`);
  return {
    id: person.id,
    statureOnly: outcomeOf(statureOnly),
    ...(withMass && { withMass: outcomeOf(withMass) }),
    ...(statureOnly.status === 'measured' && statureOnly.seen && { seen: statureOnly.seen }),
    truth: person.measurements,
    widthTruth: person.widthTruth,
    groups: person.groups,
  };
}

function outcomeOf(outcome: ScanOutcome): MeasureOutcome {
  if (outcome.status === 'refused') return outcome;
  const { body, widths, seen } = outcome;
  if (widths === undefined || seen === undefined) throw new Error('the worker gave no widths');
  return { status: 'measured', body, widths, seen };
}
