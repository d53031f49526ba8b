import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleActions, SignInProblem } from '../console-state.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

export function signInView(problem: SignInProblem | undefined, texts: ConsoleTexts, actions: ConsoleActions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).querySelector('input');
    actions.signIn(input?.value ?? '');
  };
  return html`
    <form class="sign-in" @submit=${submit}>
      <h1>${texts.signIn}</h1>
      <p class="quiet" id="key-lead">${texts.signInLead}</p>
      <label for="key">${texts.key}</label>
      <input id="key" type="password" name="key" autocomplete="off" autocapitalize="off" spellcheck="false" required maxlength="4200"
        aria-describedby=${problem === undefined ? 'key-lead key-note' : 'key-problem'} aria-invalid=${problem === undefined ? nothing : 'true'} />
      ${problem === undefined ? nothing : html`<p class="problem" id="key-problem" role="alert">${texts.signInProblems[problem]}</p>`}
      <button type="submit" class="primary">${texts.enter}</button>
      <p class="quiet" id="key-note">${texts.keyNote}</p>
    </form>`;
}
