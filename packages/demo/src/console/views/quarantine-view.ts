import type { QuarantinedEvent } from '@vua/models/contracts';
import { html, type TemplateResult } from 'lit';
import type { ConsoleActions, ConsoleState, LivePage } from '../console-state.ts';
import { wordOf } from '../describe-event.ts';
import { formatsOf } from '../formats.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';
import { panelView } from './panel-view.ts';

const SHOWN = 20;

/** Events that were not taken, and why. */
export function quarantineView({ language, nowMs }: ConsoleState, { quarantine }: LivePage, texts: ConsoleTexts, actions: ConsoleActions): TemplateResult {
  const formats = formatsOf(language);
  const row = ({ code, path, receivedMs }: QuarantinedEvent): TemplateResult => html`
    <li><span class="reason">${wordOf(texts.codes, code)}</span><time class="quiet" datetime=${new Date(receivedMs).toISOString()} title=${formats.clock(receivedMs)}>${formats.ago(receivedMs, nowMs) ?? texts.justNow}</time>
      <span class="quiet where">${path === undefined ? texts.wholeEvent : texts.at(path)}</span></li>`;
  return html`
    <section class="rejected" aria-labelledby="rejected-title">
      <h2 id="rejected-title">${texts.rejected}</h2>
      ${panelView(quarantine, texts, actions.retryPanels, ({ events }) => (events.length === 0
        ? html`<p class="quiet">${texts.noneRejected}</p>`
        : html`<p class="quiet">${texts.rejectedNote}</p><ul class="reasons">${events.slice(0, SHOWN).map(row)}</ul>`))}
    </section>`;
}
