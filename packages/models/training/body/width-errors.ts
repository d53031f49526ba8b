import { WIDTH_NAMES, type WidthName } from '../../src/body/index.ts';
import { average } from './average.ts';
import type { EvaluatedPerson } from './evaluated-person.ts';
import { CUT_NAME } from './read-profiles.ts';
import { rounded } from './rounded.ts';

/** Mean absolute errors of breadth and depth by cut, cm; null where there is nobody to compare. */
export type WidthErrors = Readonly<Record<string, readonly [breadth: number | null, depth: number | null]>>;

/** @param onlySeen leaves out what the pictures did not show at that cut (what was not told counts as not seen) */
export function widthErrors(people: readonly EvaluatedPerson[], onlySeen = false): WidthErrors {
  const mae = (name: WidthName, side: 0 | 1): number | null => {
    const errors = people.flatMap(({ statureOnly, widthTruth, seen }) => {
      const truth = widthTruth?.[CUT_NAME[name]]?.[side];
      if (truth === undefined || statureOnly.status !== 'measured' || (onlySeen && seen?.cuts[name][side] !== true)) return [];
      return [Math.abs(statureOnly.widths[name][side] - truth)];
    });
    return errors.length === 0 ? null : rounded(average(errors));
  };
  const all = WIDTH_NAMES.map((name) => [CUT_NAME[name], [mae(name, 0), mae(name, 1)] as const] as const);
  return Object.fromEntries(all.filter(([, [breadth, depth]]) => breadth !== null || depth !== null));
}
