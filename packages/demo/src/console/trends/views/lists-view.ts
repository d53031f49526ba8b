import type { TrendCall, TrendLine } from '@vua/models/contracts';
import { html, nothing, type TemplateResult } from 'lit';
import type { TrendActions } from '../trend-actions.ts';
import type { TrendWords } from '../trend-words.ts';
import { MOST_LINES } from '../trends-api.ts';
import { CALLS, type TrendLists, type TrendsState } from '../trends-state.ts';

/** Tags by the direction that is said of them; one can be chosen. */
export function listsView({ lines }: TrendLists, { listed: wanted, chosen }: Pick<TrendsState, 'listed' | 'chosen'>, words: TrendWords, actions: TrendActions): TemplateResult {
  const { texts, formats } = words;
  const listed = wanted ?? CALLS.find((called) => lines[called].length > 0) ?? CALLS[0];
  const shown = lines[listed];
  const choice = (called: TrendCall): TemplateResult => html`
    <button type="button" class="choice" data-class=${called} aria-pressed=${called === listed} @click=${() => actions.listClass(called)}>${texts.classes[called]} <span class="count">${countOf(lines[called], words)}</span></button>`;
  return html`
    <section class="trend-lists" aria-labelledby="lists-title">
      <h2 id="lists-title">${texts.lists}</h2>
      <div class="choices-row" role="group" aria-label=${texts.classesLabel}>${CALLS.map(choice)}</div>
      <p class="quiet">${texts.classNotes[listed]}</p>
      ${shown.length === 0 ? html`<p class="quiet">${texts.noneListed}</p>` : tableOf(shown, chosen?.tag, words, actions)}
      ${shown.length < MOST_LINES ? nothing : html`<p class="quiet">${texts.onlyFirst(formats.number(MOST_LINES))}</p>`}
      <p class="quiet">${texts.scoreNote}</p>
    </section>`;
}

const countOf = (lines: readonly TrendLine[], { shared, formats }: TrendWords): string => (lines.length < MOST_LINES ? formats.number(lines.length) : shared.atLeast(formats.number(lines.length)));

function tableOf(lines: readonly TrendLine[], chosen: string | undefined, words: TrendWords, actions: TrendActions): TemplateResult {
  const { texts: { columns, lists } } = words;
  return html`
    <div class="trend-rows" tabindex="0" role="group" aria-label=${lists}><table>
      <thead><tr><th scope="col">${columns.tag}</th><th scope="col">${columns.change}</th><th scope="col">${columns.chance}</th><th scope="col">${columns.score}</th></tr></thead>
      <tbody>${lines.map((line) => rowOf(line, line.tag === chosen, words, actions))}</tbody>
    </table></div>`;
}

function rowOf({ tag, source, asOfWeek, change, trendScore, confidence }: TrendLine, isChosen: boolean, { texts, formats, names }: TrendWords, actions: TrendActions): TemplateResult {
  return html`
    <tr class=${isChosen ? 'chosen-tag' : ''} data-tag=${tag}>
      <th scope="row"><button type="button" class="tag-button" aria-pressed=${isChosen} @click=${() => actions.chooseTag(tag)}>${names.nameOf(tag)}</button>
        <span class="line-note">${texts.lineNote(texts.confidences[confidence], texts.sources[source] ?? source, formats.day(asOfWeek))}</span></th>
      <td>${formats.change(change.value)}</td><td>${formats.share(change.probability)}</td><td>${formats.number(trendScore)}</td>
    </tr>`;
}
