import { WIDTH_NAMES } from '../../src/body/index.ts';
import { average } from './average.ts';
import type { EvaluatedPerson } from './evaluated-person.ts';
import { CUT_NAME } from './read-profiles.ts';
import { rounded } from './rounded.ts';

/** How much of the trunk was seen, means over captures; shares 0-1. */
export interface SeenSummary {
  readonly n: number;
  readonly breadth: number;
  readonly depth: number;
  /** Shares of captures in which breadth and depth were seen at the cut. */
  readonly cuts: Readonly<Record<string, readonly [breadth: number, depth: number]>>;
}

/** Undefined when the worker told of nobody. */
export function seenSummary(people: readonly EvaluatedPerson[]): SeenSummary | undefined {
  const told = people.flatMap(({ seen }) => seen ?? []);
  if (told.length === 0) return undefined;
  const share = (values: readonly number[]): number => rounded(average(values), 3);
  return {
    n: told.length,
    breadth: share(told.map(({ breadth }) => breadth)),
    depth: share(told.map(({ depth }) => depth)),
    cuts: Object.fromEntries(WIDTH_NAMES.map((name) => [CUT_NAME[name], [
      share(told.map(({ cuts }) => Number(cuts[name][0]))),
      share(told.map(({ cuts }) => Number(cuts[name][1]))),
    ] as const])),
  };
}
