import type { QuestionnaireEvaluation, QuestionnaireGroup } from './evaluate-questionnaire.ts';

const WIDTH = 52;

const CAMERA_WORDS: Readonly<Record<string, string>> = { stature: 'stature', massFused: 'weight told later', massFromTheStart: 'weight told before' };

/** The evaluation as text: mean absolute error (cm) and share inside the 90 % interval. */
export function questionnaireTable({ bySex, byBmi, withoutAge, hints, camera, ...all }: QuestionnaireEvaluation): string {
  const names = Object.keys(all.measurements);
  return [
    `${'MAE cm (bias; inside the 90 % interval)'.padEnd(WIDTH)}${'n'.padStart(6)}  ${names.map((name) => name.padStart(22)).join('')}  pooled`,
    line('height, weight, age, sex', all),
    ...Object.entries(bySex).map(([sex, group]) => line(`  ${sex}`, group)),
    ...Object.entries(byBmi).map(([name, group]) => line(`  BMI ${name}`, group)),
    ...Object.entries(withoutAge).map(([sex, group]) => line(`without age, ${sex}`, group)),
    ...Object.entries(hints).flatMap(([hint, groups]) => Object.entries(groups).map(([sex, group]) =>
      `${line(`simulated ${hint}, ${sex}`, group)}  choices ${percent(group.choices.true)} true, ${percent(group.choices.next)} next, ${percent(group.choices.farther)} farther`)),
    ...Object.entries(camera).flatMap(([way, groups]) => Object.entries(groups).map(([sex, group]) => line(`simulated camera, ${CAMERA_WORDS[way]}, ${sex}`, group))),
    'others, height, weight, age, sex:',
    ...Object.entries(all.otherMeasurements).map(([name, { mae, bias, coverage90 }]) => `  ${name.padEnd(22)}${mae.toFixed(2)} (${bias.toFixed(2)}; ${percent(coverage90)})`),
  ].join('\n');
}

function line(label: string, { n, measurements, coverage90 }: QuestionnaireGroup): string {
  const cells = Object.values(measurements).map(({ mae, bias, coverage90: covered }) => `${mae.toFixed(2)} (${bias.toFixed(2)}; ${percent(covered)})`.padStart(22));
  return `${label.padEnd(WIDTH)}${String(n).padStart(6)}  ${cells.join('')}  ${percent(coverage90)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
