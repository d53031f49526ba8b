import type { BodyProfile, Sex } from '@vua/models/body';
import { type AgeProblem, type MassProblem, type Parsed, type StatureProblem, isPlausibleBuild, parseAge, parseFeetAndInches, parseMass, parseStature } from '../../scan/index.ts';
import type { Way } from './way.ts';

/** What the shopper typed, as typed. */
export interface AnswersDraft {
  readonly units: 'metric' | 'imperial';
  readonly statureCm: string;
  readonly feet: string;
  readonly inches: string;
  readonly mass: string;
  readonly age: string;
  readonly sex: Sex | 'unsaid';
}

export const EMPTY_DRAFT: AnswersDraft = { units: 'metric', statureCm: '', feet: '', inches: '', mass: '', age: '', sex: 'unsaid' };

export interface AnswerProblems {
  readonly stature?: StatureProblem;
  /** `mass-implausible`: the weight can hardly go with this height. */
  readonly mass?: MassProblem | 'mass-missing' | 'mass-implausible';
  readonly age?: AgeProblem;
}

export type ReadAnswers = { readonly ok: true; readonly profile: BodyProfile } | { readonly ok: false; readonly problems: AnswerProblems };

/** Profile from a draft. Without pictures the weight is needed, too: nothing else tells a girth. */
export function readAnswers(draft: AnswersDraft, way: Way): ReadAnswers {
  const stature = draft.units === 'metric' ? parseStature(draft.statureCm) : parseFeetAndInches(draft.feet, draft.inches);
  const mass = needMass(parseMass(draft.mass, draft.units === 'metric' ? 'kg' : 'lb'), way);
  const age = way === 'answers' ? parseAge(draft.age) : ({ ok: true, value: undefined } as const);
  if (!stature.ok || !mass.ok || !age.ok) {
    return { ok: false, problems: { ...(!stature.ok && { stature: stature.problem }), ...(!mass.ok && { mass: mass.problem }), ...(!age.ok && { age: age.problem }) } };
  }
  if (!isPlausibleBuild(stature.value, mass.value)) return { ok: false, problems: { mass: 'mass-implausible' } };
  const profile: BodyProfile = {
    statureCm: stature.value,
    ...(mass.value !== undefined && { massKg: mass.value }),
    ...(age.value !== undefined && { ageYears: age.value }),
    ...(draft.sex !== 'unsaid' && { sex: draft.sex }),
  };
  return { ok: true, profile };
}

function needMass(mass: Parsed<number | undefined, MassProblem>, way: Way): Parsed<number | undefined, MassProblem | 'mass-missing'> {
  return way === 'answers' && mass.ok && mass.value === undefined ? { ok: false, problem: 'mass-missing' } : mass;
}
