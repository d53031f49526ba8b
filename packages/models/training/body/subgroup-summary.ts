import { errorSummary, type ErrorSummary } from './error-summary.ts';
import { type EvaluatedPerson, type Pass, pooledPairs } from './evaluated-person.ts';

export type GroupSummary = Pick<ErrorSummary, 'n' | 'mae' | 'coverage90'>;

/** All measurements of a group's people pooled, by group (`sex:female`, `bmi:22-28`). */
export function subgroupSummary(people: readonly EvaluatedPerson[], pass: Pass): Record<string, GroupSummary> {
  const members = new Map<string, EvaluatedPerson[]>();
  for (const person of people) {
    for (const group of groupsOf(person)) members.set(group, [...(members.get(group) ?? []), person]);
  }
  const names = [...members.keys()].toSorted();
  return Object.fromEntries(names.flatMap((name) => {
    const pairs = pooledPairs(members.get(name) ?? [], pass);
    if (pairs.length === 0) return [];
    const { n, mae, coverage90 } = errorSummary(pairs);
    return [[name, { n, mae, coverage90 }]];
  }));
}

function groupsOf({ groups = {}, truth }: EvaluatedPerson): string[] {
  const named = Object.entries(groups).map(([kind, group]) => `${kind}:${group}`);
  const [massKg, statureCm] = [truth?.['mass_kg'], truth?.['stature_cm']];
  if (massKg === undefined || statureCm === undefined) return named;
  const bmi = massKg / (statureCm / 100) ** 2;
  return [...named, `bmi:${bmi < 22 ? 'under 22' : bmi <= 28 ? '22-28' : 'over 28'}`];
}
