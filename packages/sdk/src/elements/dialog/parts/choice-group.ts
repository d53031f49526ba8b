import { type TemplateResult, html } from 'lit';

interface ChoiceGroup<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly note?: string;
  readonly options: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** Radio buttons as one row of segments. */
export function choiceGroup<T extends string>({ name, legend, note, options, labels, value, onChoose }: ChoiceGroup<T>): TemplateResult {
  return html`<fieldset class="choice" part="choice">
    <legend>${legend}${note ? html` <span class="note">${note}</span>` : ''}</legend>
    <div class="segments">${options.map((option) => html`
      <label><input type="radio" name=${name} .value=${option} .checked=${option === value} @change=${() => onChoose(option)}><span>${labels[option]}</span></label>`)}
    </div>
  </fieldset>`;
}
