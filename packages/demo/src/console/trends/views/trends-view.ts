import { html, nothing, type TemplateResult } from 'lit';
import { panelView } from '../../views/panel-view.ts';
import { OLD_WEEKS } from '../doubts-of.ts';
import { type Freshness, freshnessOf } from '../freshness-of.ts';
import type { TrendActions } from '../trend-actions.ts';
import type { TrendWords } from '../trend-words.ts';
import { CALLS, type TrendLists, type TrendsState } from '../trends-state.ts';
import { accuracyView } from './accuracy-view.ts';
import { emptyTrendsView } from './empty-trends-view.ts';
import { collectorsView, freshnessView } from './freshness-view.ts';
import { listsView } from './lists-view.ts';
import { searchView } from './search-view.ts';
import { tagView } from './tag-view.ts';

/** Where and when the page is shown. */
export interface TrendsPlace {
  readonly origin: string;
  /** UTC milliseconds. */
  readonly nowMs: number;
}

/** The page of trends. */
export function trendsView(state: TrendsState, place: TrendsPlace, words: TrendWords, actions: TrendActions): TemplateResult {
  const { shared, texts } = words;
  return html`
    <div class="trends">
      <h1>${texts.title}</h1>
      <p class="quiet trends-lead">${texts.lead}</p>
      ${panelView(state.lists, { ...shared, panelForbidden: texts.forbidden }, actions.retryTrends, (lists) => readView(lists, state, place, words, actions))}
      ${collectorsView(state.collectors, place.nowMs, words, actions)}
    </div>`;
}

function readView(lists: TrendLists, state: TrendsState, place: TrendsPlace, words: TrendWords, actions: TrendActions): TemplateResult {
  const { shared, texts } = words;
  const known = CALLS.flatMap((called) => lists.lines[called].map(({ tag }) => tag));
  if (known.length === 0 && state.chosen === undefined) return emptyTrendsView(place.origin, words, actions);
  const sources = freshnessOf(lists, place.nowMs);
  return html`
    ${noticesOf(lists, sources, words)}
    <div class="trend-columns">
      <div>${searchView(known, words, actions)}${listsView(lists, state, words, actions)}</div>
      <div>${state.chosen === undefined ? nothing : tagView(state.chosen, state.horizonWeeks, words, actions)}</div>
    </div>
    <section class="accuracy" aria-labelledby="accuracy-title">
      <h2 id="accuracy-title">${texts.accuracy}</h2>
      ${panelView(state.accuracy, shared, actions.retryTrends, (report) => accuracyView(report, words))}
    </section>
    ${freshnessView(sources, words)}`;
}

function noticesOf({ modelVersion }: TrendLists, [newest]: readonly Freshness[], { texts, formats }: TrendWords): TemplateResult {
  return html`
    ${newest === undefined || newest.ageWeeks < OLD_WEEKS ? nothing : html`<p class="trends-notice" data-notice="old">${texts.old(formats.day(newest.week), formats.number(newest.ageWeeks))}</p>`}
    ${modelVersion > 0 || newest === undefined ? nothing : html`<p class="trends-notice" data-notice="not-learned">${texts.notLearned}</p>`}`;
}
