import type { BodyEvaluation } from './body-evaluation.ts';
import { EVAL_TARGETS, TARGET_MAE } from './eval-targets.ts';
import type { Pass } from './evaluated-person.ts';
import { figure, line } from './table-line.ts';

const PASS_TITLE: Readonly<Record<Pass, string>> = { statureOnly: 'pictures + stature', withMass: 'with mass and sex' };
const PASSES: readonly Pass[] = ['statureOnly', 'withMass'];

/** The figures of an evaluation as lines to print. `!` marks a missed target; targets are for synthetic people only. */
export function evalTable(evaluation: BodyEvaluation): string {
  const sections = [
    runLines(evaluation),
    ...(evaluation.pooled.statureOnly === undefined ? [['no truths in the manifest: nothing to compare with']] : [
      ...PASSES.map((pass) => errorLines(evaluation, pass)),
      widthLines(evaluation),
      seenLines(evaluation),
      groupLines(evaluation),
      scoreLines(evaluation),
    ]),
    repeatLines(evaluation),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function runLines({ calibration, peopleMeasured, perturbation, refused }: BodyEvaluation): string[] {
  const reasons = Object.entries(refused.reasons).map(([reason, n]) => `${reason} ${n}`).join(', ');
  const tooMany = perturbation === undefined && refused.n > EVAL_TARGETS.refused * refused.of;
  return [
    `calibration ${calibration}; refused ${refused.n} of ${refused.of}${tooMany ? '!' : ''}${reasons && ` (${reasons})`}`,
    ...(peopleMeasured && peopleMeasured.n < peopleMeasured.of ? [`the first ${peopleMeasured.n} of ${peopleMeasured.of} people`] : []),
    ...(perturbation ? [`perturbation ${perturbation.name}, seed ${perturbation.seed}: ${perturbation.distribution}`] : []),
  ];
}

/** Targets of errors hold for pictures as they are; those of coverage are laxer for spoilt ones. */
function errorLines(evaluation: BodyEvaluation, pass: Pass): string[] {
  const { calibration, perturbation, pooled } = evaluation;
  const summary = pass === 'statureOnly' ? evaluation.summary : evaluation.withMass;
  const all = pooled[pass];
  if (all === undefined) return [];
  const judged = calibration === 'synthetic' && perturbation === undefined;
  const { bias, p90, coverage, leastCoverage } = EVAL_TARGETS;
  const rows = Object.entries(summary).map(([name, errors]) => line([
    name, errors.n, figure(errors.mae, judged ? TARGET_MAE[pass][name] : undefined), ...(judged ? [figure(TARGET_MAE[pass][name])] : []),
    figure(errors.bias, judged ? bias : undefined), figure(errors.p90, judged ? p90 : undefined), errors.coverage90.toFixed(2), errors.intervalScore.toFixed(2),
  ]));
  const range = perturbation === undefined ? coverage : { from: leastCoverage, to: 1 };
  const missed = all.coverage90 < range.from || all.coverage90 > range.to;
  return [
    line([`${PASS_TITLE[pass]}, cm`, 'n', 'MAE', ...(judged ? ['target'] : []), 'bias', 'p90', 'in 90 %', 'score']),
    ...rows,
    line(['all', all.n, all.mae.toFixed(2), ...(judged ? [''] : []), all.bias.toFixed(2), all.p90.toFixed(2), `${all.coverage90.toFixed(2)}${missed ? '!' : ''}`, all.intervalScore.toFixed(2)]),
    ...(judged ? [`targets: |bias| <= ${bias}, 9 in 10 (p90) within ${p90} cm, all in 90 % ${coverage.from}-${coverage.to}`] : []),
    ...(perturbation ? [`target: all in 90 % >= ${leastCoverage}, or refused`] : []),
  ];
}

function widthLines({ widthMae, widthMaeSeen, calibration, perturbation }: BodyEvaluation): string[] {
  if (Object.keys(widthMae).length === 0) return [];
  const judged = calibration === 'synthetic' && perturbation === undefined;
  const { breadth, depth } = EVAL_TARGETS.widthMae;
  return [
    line(['trunk MAE, cm', 'breadth', 'depth', ...(widthMaeSeen ? ['seen: b', 'seen: d'] : [])]),
    ...Object.entries(widthMae).map(([name, [wide, deep]]) => {
      const seen = widthMaeSeen?.[name];
      return line([name, figure(wide), figure(deep), ...(widthMaeSeen ? [figure(seen?.[0], judged ? breadth : undefined), figure(seen?.[1], judged ? depth : undefined)] : [])]);
    }),
    ...(judged ? [`targets where seen: breadth ${breadth}, depth ${depth}`] : []),
  ];
}

function seenLines({ seen }: BodyEvaluation): string[] {
  if (seen === undefined) return [];
  return [
    line([`seen, of ${seen.n}`, 'breadth', 'depth']),
    line(['trunk rows', seen.breadth.toFixed(2), seen.depth.toFixed(2)]),
    ...Object.entries(seen.cuts).map(([name, [breadth, depth]]) => line([name, breadth.toFixed(2), depth.toFixed(2)])),
  ];
}

function groupLines({ subgroups, subgroupsWithMass }: BodyEvaluation): string[] {
  const { leastCoverage } = EVAL_TARGETS;
  const covered = (share: number): string => `${share.toFixed(2)}${share < leastCoverage ? '!' : ''}`;
  return [
    line(['group, all measurements', 'n', 'MAE', 'in 90 %', 'MAE+mass', 'in 90 %']),
    ...Object.entries(subgroups).map(([name, { n, mae, coverage90 }]) => {
      const mass = subgroupsWithMass[name];
      return line([name, n, mae.toFixed(2), covered(coverage90), ...(mass ? [mass.mae.toFixed(2), covered(mass.coverage90)] : [])]);
    }),
    `target: in 90 % >= ${leastCoverage}`,
  ];
}

function scoreLines({ constantWidth: { statureOnly, withMass } }: BodyEvaluation): string[] {
  return [
    line(['interval score, cm', 'ours', 'constant', 'half', 'ours+mass', 'constant', 'half']),
    ...Object.entries(statureOnly).map(([name, one]) => line([name, ...[one, withMass[name]].flatMap((each) => (
      each === undefined ? [] : [`${each.ours.toFixed(2)}${each.better ? '' : '!'}`, each.constant.toFixed(2), each.constantHalfWidth?.toFixed(2) ?? '']
    ))])),
    'constant: as wide for everybody, the same means, the least half width that covers as many of these truths',
  ];
}

function repeatLines({ repeatability, perturbation }: BodyEvaluation): string[] {
  if (repeatability === undefined) return [];
  const { cm, names } = EVAL_TARGETS.repeatSd;
  const limit = (name: string): number | undefined => (names.some((each) => each === name) ? cm : undefined);
  return [
    line([`sd of ${perturbation?.captures ?? ''} captures, cm`, 'people', 'mean', 'p90', 'mean+mass', 'p90+mass']),
    ...Object.entries(repeatability.statureOnly).map(([name, one]) => {
      const mass = repeatability.withMass[name];
      return line([name, one.people, figure(one.meanSd, limit(name)), figure(one.p90Sd), ...(mass ? [figure(mass.meanSd, limit(name)), figure(mass.p90Sd)] : [])]);
    }),
    `target: mean <= ${cm} at ${names.join(', ')}`,
  ];
}
