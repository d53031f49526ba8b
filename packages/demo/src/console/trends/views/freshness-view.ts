import type { TrendSourceReport } from '@vua/models/contracts';
import { html, nothing, type TemplateResult } from 'lit';
import { wordOf } from '../../describe-event.ts';
import type { Panel } from '../../panel.ts';
import { panelView } from '../../views/panel-view.ts';
import { OLD_WEEKS } from '../doubts-of.ts';
import type { Freshness } from '../freshness-of.ts';
import type { TrendActions } from '../trend-actions.ts';
import type { TrendWords } from '../trend-words.ts';

/** How old the newest week of each source is. */
export function freshnessView(sources: readonly Freshness[], { texts, formats }: TrendWords): TemplateResult {
  const age = (weeks: number): string => (weeks === 0 ? texts.ages.current : weeks === 1 ? texts.ages.last : texts.ages.weeks(formats.number(weeks)));
  return html`
    <section class="freshness" aria-labelledby="freshness-title">
      <h2 id="freshness-title">${texts.freshness}</h2>
      <ul class="facts-list">${sources.map(({ source, week, ageWeeks }) => html`
        <li data-source=${source}><strong>${texts.sources[source] ?? source}</strong> <span class=${ageWeeks >= OLD_WEEKS ? 'stale' : 'fresh'}>${age(ageWeeks)}</span><span class="quiet">${texts.newest(formats.day(week))}</span></li>`)}</ul>
    </section>`;
}

/** What the collectors do; left out where the key may not read it, or the server knows no collectors. */
export function collectorsView(collectors: Panel<readonly TrendSourceReport[]>, nowMs: number, words: TrendWords, actions: TrendActions): TemplateResult | typeof nothing {
  const { texts, shared } = words;
  if (collectors.status === 'loading' || collectors.status === 'refused' || (collectors.status === 'failed' && collectors.reason === 'missing')) return nothing;
  return html`
    <section class="collectors" aria-labelledby="collectors-title">
      <h2 id="collectors-title">${texts.collectors}</h2>
      ${panelView(collectors, shared, actions.retryTrends, (reports) => (reports.length === 0 ? html`<p class="quiet">${texts.noCollectors}</p>` : html`<ul class="facts-list">${reports.map((report) => collectorView(report, nowMs, words))}</ul>`))}
    </section>`;
}

function collectorView({ source, status, reason, quota, lastSuccessAtMs, heldTags }: TrendSourceReport, nowMs: number, words: TrendWords): TemplateResult {
  const { texts, formats, shared } = words;
  const success = lastSuccessAtMs === undefined ? texts.neverSucceeded : texts.lastSuccess(formats.ago(lastSuccessAtMs, nowMs) ?? shared.justNow);
  return html`
    <li data-collector=${source}><strong>${wordOf(texts.sources, source)}</strong> <span class=${status === 'paused' ? 'stale' : 'fresh'}>${wordOf(texts.collectorStatuses, status)}${reason === undefined ? nothing : html`: ${wordOf(texts.pauses, reason)}`}</span>
      <span class="quiet">${success}${heldTags.length === 0 ? nothing : html` · ${texts.heldTags(formats.number(heldTags.length))}`}</span>
      ${quotaView(quota, words)}</li>`;
}

function quotaView({ requestsToday, requestsPerDay, usagePercent, hashtagsUsed, hashtagsLimit }: TrendSourceReport['quota'], { texts, formats }: TrendWords): TemplateResult {
  const meter = (used: number, label: string): TemplateResult => html`
    <div class="quota"><meter min="0" max="1" high="0.8" value=${Math.min(1, used)} aria-label=${label}></meter><span>${formats.share(used)}</span><span class="quiet">${label}</span></div>`;
  return html`
    ${usagePercent === undefined ? nothing : meter(usagePercent / 100, texts.quota)}
    ${requestsPerDay === undefined ? nothing : meter(requestsToday / requestsPerDay, texts.quotaRequests(formats.number(requestsToday), formats.number(requestsPerDay)))}
    ${hashtagsUsed === undefined || !hashtagsLimit ? nothing : meter(hashtagsUsed / hashtagsLimit, texts.quotaHashtags(formats.number(hashtagsUsed), formats.number(hashtagsLimit)))}`;
}
