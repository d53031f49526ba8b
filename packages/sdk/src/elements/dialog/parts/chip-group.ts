import { type TemplateResult, html, nothing } from 'lit';

interface ChipGroup<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly T[];
  readonly labels: (option: T) => string;
  /** Absent: the last chip, which says nothing. */
  readonly value: T | undefined;
  readonly unsaid: string;
  readonly drawing?: (option: T) => TemplateResult;
  readonly onChoose: (value: T | undefined) => void;
}

/** Radio buttons that wrap, with one more that takes the answer back. */
export function chipGroup<T extends string>({ name, legend, options, labels, value, unsaid, drawing, onChoose }: ChipGroup<T>): TemplateResult {
  const chip = (key: string, isChecked: boolean, choose: () => void, label: string, picture?: TemplateResult): TemplateResult => html`
    <label class=${picture ? 'chip drawn' : 'chip'}><input type="radio" name=${name} .value=${key} .checked=${isChecked} @change=${choose}><span>${picture ?? nothing}${label}</span></label>`;
  return html`<fieldset class="chips" part="choice">
    <legend>${legend}</legend>
    <div class="chip-row" ?data-drawn=${drawing !== undefined}>
      ${options.map((option) => chip(option, option === value, () => onChoose(option), labels(option), drawing?.(option)))}
      ${chip('', value === undefined, () => onChoose(undefined), unsaid)}
    </div>
  </fieldset>`;
}
