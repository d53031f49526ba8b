import { type TemplateResult, html, nothing } from 'lit';

interface TextField {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly note?: string;
  readonly value: string;
  readonly problem?: string;
  /** Points to the message of a problem that several fields share. */
  readonly problemId?: string;
  readonly isRequired?: boolean;
  onInput(value: string): void;
}

/** A number field with its unit, note and problem. */
export function textField(field: TextField): TemplateResult {
  const problemId = field.problemId ?? `${field.id}-problem`;
  const isWrong = field.problem !== undefined || field.problemId !== undefined;
  return html`<div class="field">
    <label for=${field.id}>${field.label}${field.note ? html` <span class="note">${field.note}</span>` : nothing}</label>
    <div class="input" ?data-wrong=${isWrong}>
      <input id=${field.id} part="input" inputmode="decimal" autocomplete="off" .value=${field.value} ?required=${field.isRequired ?? false}
        aria-invalid=${isWrong ? 'true' : nothing} aria-describedby=${isWrong ? problemId : nothing}
        @input=${(event: InputEvent) => field.onInput((event.target as HTMLInputElement).value)}>
      ${field.unit ? html`<span class="unit" aria-hidden="true">${field.unit}</span>` : nothing}
    </div>
    ${field.problem ? html`<p class="problem" id=${problemId}>${field.problem}</p>` : nothing}
  </div>`;
}
