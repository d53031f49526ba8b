import { html, type TemplateResult } from 'lit';
import type { ConsoleActions, ConsoleState, LivePage } from '../console-state.ts';
import { CONSOLE_TEXTS, type ConsoleTexts } from '../texts/console-texts.ts';
import { startOfDay } from '../start-of-day.ts';
import { chartView } from './chart-view.ts';
import { trendWordsOf } from '../trends/trend-words.ts';
import { trendsView } from '../trends/views/trends-view.ts';
import { countersView } from './counters-view.ts';
import { frameView } from './frame-view.ts';
import { latestView } from './latest-view.ts';
import { quarantineView } from './quarantine-view.ts';
import { signInView } from './sign-in-view.ts';
import { sizeCurveView } from './size-curve-view.ts';

/** The whole page. */
export function consoleView(state: ConsoleState, actions: ConsoleActions): TemplateResult {
  const texts = CONSOLE_TEXTS[state.language];
  return frameView(state, texts, actions, contentOf(state, texts, actions));
}

function contentOf(state: ConsoleState, texts: ConsoleTexts, actions: ConsoleActions): TemplateResult {
  const { page } = state;
  if (page.name === 'sign-in') return signInView(page.problem, texts, actions);
  return page.place.name === 'trends' ? trendsView(page.trends, state, trendWordsOf(state.language, page.trends.attributes), actions) : liveView(state, page, texts, actions);
}

function liveView(state: ConsoleState, page: LivePage, texts: ConsoleTexts, actions: ConsoleActions): TemplateResult {
  return html`
    ${countersView(page, rejectedToday(state, page), state.language, texts)}
    <div class="columns">
      <div>${chartView(page.tally.minutes, state.language, texts)}${latestView(state, page, texts)}</div>
      <div>${quarantineView(state, page, texts, actions)}${sizeCurveView(state, page, texts, actions)}</div>
    </div>`;
}

function rejectedToday({ nowMs }: ConsoleState, { quarantine }: LivePage): number {
  const fromMs = startOfDay(nowMs);
  return quarantine.status === 'read' ? quarantine.value.events.filter(({ receivedMs }) => receivedMs >= fromMs).length : 0;
}
