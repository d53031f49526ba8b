import { type TemplateResult, html, nothing } from 'lit';
import { BODY_CUES, type BodyCueName, LETTER_SIZES, type Sex } from '@vua/models/body';
import type { MoreQuestion } from '../more/more-questions.ts';
import type { ToldMore } from '../more/told-more.ts';
import type { ScreenContext } from '../screens/screen-view.ts';
import { fill } from '../texts/words.ts';
import { chipGroup } from './chip-group.ts';
import { type CueStep, cueDrawing } from './cue-drawing.ts';
import { textField } from './text-field.ts';

const SEXES: readonly Sex[] = ['female', 'male'];

/** One question with its place among the others, and the ways on. */
export function moreQuestion(context: ScreenContext, question: MoreQuestion): TemplateResult {
  const { state: { more: { told } }, flow, words: { dialog: { more: texts } } } = context;
  const questions = flow.more.questions();
  const at = questions.indexOf(question);
  const isLast = at === questions.length - 1;
  return html`
    <p class="note question-step" tabindex="-1" data-question=${question}>${fill(texts.step, { at: String(at + 1), count: String(questions.length) })}</p>
    <div class="question">${fieldsOf(context, question)}</div>
    <div class="row">
      ${at > 0 ? html`<button class="quiet" type="button" data-more="before" @click=${() => flow.more.step(-1)}>${texts.before}</button>` : nothing}
      <button class="quiet" type="button" data-more="next" @click=${() => flow.more.step(1)}>${isLast ? texts.finish : isTold(told, question) ? texts.next : texts.skip}</button>
    </div>`;
}

function isTold(told: ToldMore, question: MoreQuestion): boolean {
  if (question === 'mass') return told.massKg !== undefined;
  if (question === 'sex') return told.sex !== undefined;
  if (question === 'usual-size') return told.letter !== undefined || told.ownSize !== undefined;
  return told.cues?.[question] !== undefined;
}

function fieldsOf(context: ScreenContext, question: MoreQuestion): TemplateResult {
  if (question === 'mass') return massQuestion(context);
  if (question === 'sex') return sexQuestion(context, 'sex');
  return question === 'usual-size' ? usualSizeQuestion(context) : cueQuestion(context, question);
}

function massQuestion({ state: { draft, more: { mass, massProblem } }, flow, words: { dialog: { more: texts, details }, scan } }: ScreenContext): TemplateResult {
  const problem = massProblem && (massProblem === 'mass-missing' ? details.massMissing : scan.massProblems[massProblem]);
  const submit = (event: Event): void => {
    event.preventDefault();
    void flow.more.tellMass();
  };
  return html`<form class="mass-form" novalidate @submit=${submit}>
    ${textField({ id: 'more-mass', label: details.mass, unit: draft.units === 'metric' ? 'kg' : 'lb', value: mass, problem, onInput: (value) => flow.more.typeMass(value) })}
    <button class="secondary small" part="secondary" type="submit">${texts.massAdd}</button>
  </form>`;
}

/** The shopper's own sex, or only in whose sizes the letters are meant. */
function sexQuestion({ state: { more: { told } }, flow, words: { dialog: { more: texts, details } } }: ScreenContext, name: 'sex' | 'cut'): TemplateResult {
  return chipGroup({
    name: `more-${name}`, legend: name === 'sex' ? details.sex : texts.cut, options: SEXES, labels: (sex) => details.sexes[sex], value: told[name], unsaid: texts.unsaid,
    onChoose: (sex) => void flow.more.tell(name === 'sex' ? { sex } : { cut: sex }),
  });
}

function usualSizeQuestion(context: ScreenContext): TemplateResult {
  const { state: { more: { told, first }, chart }, flow, words: { dialog: { more: texts } } } = context;
  const sex = first?.body.profile.sex ?? told.sex;
  return html`
    <p class="question-title">${texts.usual}</p>
    <p class="note">${texts.usualNote}</p>
    ${sex === undefined ? sexQuestion(context, 'cut') : nothing}
    ${sex === undefined && told.cut === undefined ? nothing : chipGroup({
      name: 'more-letter', legend: texts.otherBrands, options: LETTER_SIZES, labels: (letter) => letter, value: told.letter, unsaid: texts.unsaid,
      onChoose: (letter) => void flow.more.tell({ letter }),
    })}
    ${chart ? chipGroup({
      name: 'more-own', legend: texts.here, options: chart.rows.map(({ label }) => label), labels: (label) => label, value: told.ownSize, unsaid: texts.unsaid,
      onChoose: (ownSize) => void flow.more.tell({ ownSize }),
    }) : nothing}`;
}

function cueQuestion({ state: { more: { told } }, flow, words: { dialog: { more: texts } } }: ScreenContext, cue: BodyCueName): TemplateResult {
  const options: readonly string[] = BODY_CUES[cue];
  const labels: Readonly<Record<string, string>> = texts.words[cue];
  return html`${chipGroup({
    name: `more-${cue}`, legend: texts.cues[cue], options, labels: (word) => labels[word] ?? word, value: told.cues?.[cue], unsaid: texts.unsaid,
    drawing: (word) => cueDrawing(cue, (options.indexOf(word) - 1) as CueStep),
    onChoose: (word) => void flow.more.tell({ cues: { ...told.cues, [cue]: word } }),
  })}<p class="note">${texts.cueNote}</p>`;
}
