import { html, type TemplateResult } from 'lit';
import type { LivePage } from '../console-state.ts';
import { formatsOf } from '../formats.ts';
import type { Language } from '../../i18n/language.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** The figures of the day. */
export function countersView({ tally, isDayComplete, quarantine }: LivePage, rejectedToday: number, language: Language, texts: ConsoleTexts): TemplateResult {
  const { number } = formatsOf(language);
  const counted = (value: number): string => (isDayComplete === undefined ? '…' : isDayComplete ? number(value) : texts.atLeast(number(value)));
  const { events, sessions, advised, added } = tally.today;
  const rejected = quarantine.status !== 'read' ? '–' : quarantine.value.next !== undefined && rejectedToday === quarantine.value.events.length ? texts.atLeast(number(rejectedToday)) : number(rejectedToday);
  const figure = (name: keyof ConsoleTexts['counters'], value: string): TemplateResult => html`
    <div class="figure" data-counter=${name}><dt>${texts.counters[name]}</dt><dd>${value}</dd></div>`;
  return html`
    <section aria-labelledby="today">
      <h1 id="today">${texts.today}</h1>
      <dl class="figures">
        ${figure('events', counted(events))}${figure('sessions', counted(sessions))}${figure('advised', counted(advised))}${figure('added', counted(added))}${figure('rejected', rejected)}
      </dl>
    </section>`;
}
