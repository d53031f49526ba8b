import { type TemplateResult, html, nothing } from 'lit';
import type { Sex } from '@vua/models/body';
import type { FitPreference } from '@vua/models/size';
import { bodyFigure } from '../parts/body-figure.ts';
import { choiceGroup } from '../parts/choice-group.ts';
import { textField } from '../parts/text-field.ts';
import type { ScreenContext, ScreenOf } from './screen-view.ts';

const SEXES: readonly (Sex | 'unsaid')[] = ['female', 'male', 'unsaid'];
const FITS: readonly FitPreference[] = ['close', 'regular', 'loose'];
const UNITS = ['metric', 'imperial'] as const;

/** The questions: all four without pictures, height and what the shopper likes to add with them. */
export const detailsScreen: ScreenOf = (context) => {
  const { state, flow, words: { dialog: { details } } } = context;
  const isAnswers = state.way === 'answers';
  const submit = (event: Event): void => {
    event.preventDefault();
    flow.submitAnswers();
  };
  return {
    title: details.title,
    visual: bodyFigure([]),
    content: html`
      <p class="lead">${details.leads[state.way]}</p>
      <form class="form" novalidate @submit=${submit}>
        ${choiceGroup({
          name: 'units', legend: details.units, options: UNITS, labels: { metric: details.metric, imperial: details.imperial },
          value: state.draft.units, onChoose: (units) => flow.edit({ units }),
        })}
        <div class="fields">
          ${statureFields(context)}
          ${massField(context)}
          ${isAnswers ? ageField(context) : nothing}
        </div>
        ${choiceGroup({
          name: 'sex', legend: details.sex, note: details.optional, options: SEXES, labels: details.sexes,
          value: state.draft.sex, onChoose: (sex) => flow.edit({ sex }),
        })}
        ${choiceGroup({
          name: 'fit', legend: details.fit, options: FITS, labels: details.fits, value: state.preference, onChoose: (preference) => flow.prefer(preference),
        })}
        <button class="primary" part="primary" type="submit">${isAnswers ? details.finish : details.next}</button>
      </form>`,
  };
};

function statureFields({ state: { draft, problems }, flow, words: { dialog: { details }, scan } }: ScreenContext): TemplateResult {
  const problem = problems.stature && scan.statureProblems[problems.stature];
  if (draft.units === 'metric') {
    return textField({ id: 'stature', label: details.stature, unit: 'cm', value: draft.statureCm, problem, isRequired: true, onInput: (statureCm) => flow.edit({ statureCm }) });
  }
  const shared = problem === undefined ? {} : { problemId: 'stature-problem' };
  return html`<fieldset class="pair"><legend>${details.stature}</legend>
    ${textField({ id: 'feet', label: details.feet, unit: 'ft', value: draft.feet, isRequired: true, ...shared, onInput: (feet) => flow.edit({ feet }) })}
    ${textField({ id: 'inches', label: details.inches, unit: 'in', value: draft.inches, ...shared, onInput: (inches) => flow.edit({ inches }) })}
    ${problem ? html`<p class="problem" id="stature-problem">${problem}</p>` : nothing}
  </fieldset>`;
}

function massField({ state: { draft, problems, way }, flow, words: { dialog: { details }, scan } }: ScreenContext): TemplateResult {
  const problem = problems.mass && (problems.mass === 'mass-missing' ? details.massMissing : scan.massProblems[problems.mass]);
  return textField({
    id: 'mass', label: details.mass, unit: draft.units === 'metric' ? 'kg' : 'lb', value: draft.mass, problem, isRequired: way === 'answers',
    ...(way !== 'answers' && { note: details.optional }), onInput: (mass) => flow.edit({ mass }),
  });
}

function ageField({ state: { draft, problems }, flow, words: { dialog: { details }, scan } }: ScreenContext): TemplateResult {
  const problem = problems.age && scan.ageProblems[problems.age];
  return textField({ id: 'age', label: details.age, note: details.optional, value: draft.age, problem, onInput: (age) => flow.edit({ age }) });
}
