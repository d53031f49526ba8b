import type { BodyEvaluation, ErrorSummary } from './eval-summary.ts';

/** The figures of an evaluation as lines to print. */
export function evalTable(evaluation: BodyEvaluation): string {
  const { summary, withMass, widthMae, subgroups, refused } = evaluation;
  const lines = [`calibration ${evaluation.calibration}; refused ${refused.n} of ${refused.of}`];
  if (Object.keys(summary).length === 0) return `${lines.join('\n')}\nno truths in the manifest: nothing to compare with\n`;
  lines.push('', row(['cm', 'n', 'MAE', 'bias', 'p90', 'in 90 %', 'score', 'MAE+mass', 'in 90 %']));
  for (const [name, errors] of Object.entries(summary)) lines.push(row([name, errors.n, ...figures(errors), ...massFigures(withMass[name])]));
  lines.push('', row(['width MAE, cm', 'breadth', 'depth']));
  for (const [name, [breadth, depth]] of Object.entries(widthMae)) lines.push(row([name, breadth.toFixed(2), depth.toFixed(2)]));
  lines.push('', row(['group', 'n', 'MAE', 'in 90 %']));
  for (const [name, group] of Object.entries(subgroups)) lines.push(row([name, group.n, group.mae.toFixed(2), group.coverage90.toFixed(2)]));
  return `${lines.join('\n')}\n`;
}

function figures({ mae, bias, p90, coverage90, intervalScore }: ErrorSummary): string[] {
  return [mae, bias, p90, coverage90, intervalScore].map((value) => value.toFixed(2));
}

function massFigures(errors: ErrorSummary | undefined): string[] {
  return errors === undefined ? ['-', '-'] : [errors.mae.toFixed(2), errors.coverage90.toFixed(2)];
}

function row([name, ...cells]: readonly (string | number)[]): string {
  return String(name).padEnd(24) + cells.map((cell) => String(cell).padStart(9)).join('');
}
