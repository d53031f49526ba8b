import { html, type TemplateResult } from 'lit';
import { MAX_TAG_LENGTH } from '../../place.ts';
import type { TrendActions } from '../trend-actions.ts';
import type { TrendWords } from '../trend-words.ts';

/** Any tag can be asked for, an attribute by its name; those of the lists are offered. */
export function searchView(known: readonly string[], { texts, names }: TrendWords, actions: TrendActions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const tag = (event.currentTarget as HTMLFormElement).querySelector('input')?.value.trim() ?? '';
    if (tag !== '') actions.chooseTag(names.tagOf(tag, known));
  };
  return html`
    <form class="tag-search" role="search" @submit=${submit}>
      <label for="tag">${texts.search}</label>
      <input id="tag" name="tag" type="search" list="known-tags" required maxlength=${MAX_TAG_LENGTH} autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${texts.searchHint} />
      <datalist id="known-tags">${known.map((tag) => html`<option value=${names.nameOf(tag)}></option>`)}</datalist>
      <button type="submit" class="primary">${texts.show}</button>
    </form>`;
}
