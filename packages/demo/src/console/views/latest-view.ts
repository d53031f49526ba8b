import type { RecordedEvent } from '@vua/models/contracts';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsoleState, LivePage } from '../console-state.ts';
import { describeEvent, wordOf } from '../describe-event.ts';
import { groupOf } from '../event-group.ts';
import { formatsOf } from '../formats.ts';
import { sessionMark } from '../session-mark.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** The newest events, each in words. */
export function latestView(state: ConsoleState, { tally, isDayComplete }: LivePage, texts: ConsoleTexts): TemplateResult {
  const { columns } = texts;
  if (tally.latest.length === 0) return html`<section class="latest" aria-labelledby="latest-title"><h2 id="latest-title">${texts.live}</h2>${emptyView(isDayComplete === undefined, texts)}</section>`;
  return html`
    <section class="latest" aria-labelledby="latest-title">
      <div class="section-head"><h2 id="latest-title">${texts.live}</h2><p class="quiet">${texts.sessionNote}</p></div>
      <div class="rows" tabindex="0" role="group" aria-labelledby="latest-title">
        <table>
          <thead><tr><th scope="col">${columns.time}</th><th scope="col">${columns.event}</th><th scope="col">${columns.item}</th><th scope="col">${columns.session}</th></tr></thead>
          <tbody>${repeat(tally.latest, ({ id }) => id, (event) => row(event, state, texts))}</tbody>
        </table>
      </div>
    </section>`;
}

const emptyView = (isLoading: boolean, texts: ConsoleTexts): TemplateResult => (isLoading
  ? html`<p class="quiet">${texts.loading}</p>`
  : html`<div class="empty"><p>${texts.empty}</p><p class="quiet">${texts.emptyHint}</p><p><a href="/" target="_blank" rel="noopener">${texts.toShop}</a></p></div>`);

function row(event: RecordedEvent, { language, itemNames, nowMs }: ConsoleState, texts: ConsoleTexts): TemplateResult {
  const formats = formatsOf(language);
  const { type, timeMs, itemId, sessionId } = event;
  const { code, tone } = sessionMark(sessionId);
  const details = describeEvent(event, texts, formats);
  return html`
    <tr data-event=${event.id}>
      <td class="when"><time datetime=${new Date(timeMs).toISOString()} title=${formats.clock(timeMs)}>${formats.ago(timeMs, nowMs) ?? texts.justNow}</time></td>
      <th scope="row"><span class=${`kind tone-${groupOf(type)}`}></span>${wordOf(texts.types, type)}${details === '' ? '' : html`<span class="details">${details}</span>`}</th>
      <td class="item">${itemId === undefined || type === 'view_item_list' ? '' : itemNames.get(itemId)?.[language] ?? itemId}</td>
      <td class="session"><span class=${`dot session-${tone}`} aria-hidden="true"></span>${code}</td>
    </tr>`;
}
