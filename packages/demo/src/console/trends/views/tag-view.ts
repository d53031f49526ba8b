import { html, nothing, type TemplateResult } from 'lit';
import { panelView } from '../../views/panel-view.ts';
import { type SeenAnswer, doubtsOf } from '../doubts-of.ts';
import type { TrendActions } from '../trend-actions.ts';
import { changeRange, type TrendWords } from '../trend-words.ts';
import { type ChosenTag, HORIZONS_WEEKS, type HorizonWeeks, type TagReading } from '../trends-state.ts';
import { pastChartView } from './past-chart-view.ts';
import { weeksChartView } from './weeks-chart-view.ts';

type Forecast = Extract<SeenAnswer, { status: 'forecast' }>;

/** All that is known of the chosen tag. */
export function tagView(chosen: ChosenTag, horizonWeeks: HorizonWeeks, words: TrendWords, actions: TrendActions): TemplateResult {
  const { texts, shared, names } = words;
  return html`
    <section class="trend-tag" aria-labelledby="tag-title">
      <h2 id="tag-title" tabindex="-1">${names.nameOf(chosen.tag)}</h2>
      ${chosen.reading.status === 'loading'
        ? html`<p class="quiet" role="status">${texts.tagLoading(names.nameOf(chosen.tag))}</p>`
        : panelView(chosen.reading, shared, actions.retryTrends, (reading) => readingView(reading, chosen.week, horizonWeeks, words, actions))}
    </section>`;
}

function readingView({ answer, weeks }: TagReading, week: string | undefined, horizonWeeks: HorizonWeeks, words: TrendWords, actions: TrendActions): TemplateResult {
  const { texts } = words;
  if (answer.status === 'unknown') return unknownView(answer, words, actions);
  if (answer.status === 'too-short') return html`<p role="status">${texts.tooShort}</p>`;
  return html`
    ${answer.status === 'forecast' ? callView(answer, words) : nothing}
    ${doubtsView(answer, words)}
    ${horizonView(horizonWeeks, words, actions)}
    ${weeksChartView({ answer, seen: weeks?.weeks ?? [], week, pointWeek: actions.pointWeek }, words)}
    ${answer.status === 'forecast' ? whyView(answer, words, actions) : nothing}
    ${pastChartView(weeks?.forecasts ?? [], words)}`;
}

const tagButtons = (tags: readonly string[], { names }: TrendWords, actions: TrendActions): TemplateResult => html`
  <ul class="tag-buttons">${tags.map((tag) => html`<li><button type="button" class="choice" @click=${() => actions.chooseTag(tag)}>${names.nameOf(tag)}</button></li>`)}</ul>`;

function unknownView({ tag, nearest }: Extract<TagReading['answer'], { status: 'unknown' }>, words: TrendWords, actions: TrendActions): TemplateResult {
  const { texts, names } = words;
  return html`
    <p role="status">${texts.unknown(names.nameOf(tag))}</p>
    ${nearest.length === 0 ? html`<p class="quiet">${texts.noneNear}</p>` : html`<p>${texts.nearest}</p>${tagButtons(nearest, words, actions)}`}`;
}

function callView({ change, asOfWeek, trendScore, quality }: Forecast, words: TrendWords): TemplateResult {
  const { texts, formats } = words;
  const { facts } = texts;
  const fact = (name: keyof typeof facts, value: string): TemplateResult => html`<div data-fact=${name}><dt>${facts[name]}</dt><dd>${value}</dd></div>`;
  return html`
    <p class="call call-${change.class}" role="status">${texts.calls[change.class](formats.change(change.value), formats.day(asOfWeek))}</p>
    <p class="quiet">${texts.ranges(changeRange(words, change.interval80), changeRange(words, change.interval95))}</p>
    <dl class="trend-facts">
      ${fact('rises', formats.share(change.probabilities.rising))}${fact('flat', formats.share(change.probabilities.flat))}${fact('falls', formats.share(change.probabilities.falling))}
      ${fact('score', formats.number(trendScore))}${fact('baseline', formats.change(change.baseline))}
      ${fact('confidence', texts.confidences[quality.confidence])}${fact('history', texts.weeks(formats.number(quality.historyWeeks)))}
    </dl>`;
}

function doubtsView(answer: SeenAnswer, { texts, formats }: TrendWords): TemplateResult | typeof nothing {
  const doubts = doubtsOf(answer);
  if (doubts.length === 0) return nothing;
  const { ageWeeks, historyWeeks, missingShare, zeroShare } = answer.quality;
  const facts = { ageWeeks: formats.number(ageWeeks), historyWeeks: formats.number(historyWeeks), missing: formats.share(missingShare), zeros: formats.share(zeroShare), week: formats.day(answer.asOfWeek) };
  return html`<div class="doubts"><h3>${texts.doubtsTitle}</h3><ul>${doubts.map((doubt) => html`<li data-doubt=${doubt}>${texts.doubts[doubt](facts)}</li>`)}</ul></div>`;
}

function horizonView(horizonWeeks: HorizonWeeks, { texts, formats }: TrendWords, actions: TrendActions): TemplateResult {
  return html`
    <div class="horizon"><div class="choices-row" role="group" aria-label=${texts.horizon}>
      <span class="quiet">${texts.horizon}</span>
      ${HORIZONS_WEEKS.map((weeks) => html`<button type="button" class="choice" aria-pressed=${weeks === horizonWeeks} @click=${() => actions.lookAhead(weeks)}>${texts.horizonWeeks(formats.number(weeks))}</button>`)}
    </div><p class="quiet">${texts.horizonNote}</p></div>`;
}

function whyView({ why: { level, season, momentum, similarTags } }: Forecast, words: TrendWords, actions: TrendActions): TemplateResult {
  const { texts, formats } = words;
  return html`
    <h3>${texts.why}</h3>
    <ul class="why"><li>${texts.reasons.season(formats.change(season))}</li><li>${texts.reasons.momentum(formats.change(momentum))}</li><li>${texts.reasons.level(formats.amount(level))}</li></ul>
    ${similarTags.length === 0 ? nothing : html`<p class="quiet">${texts.similar}</p>${tagButtons(similarTags, words, actions)}`}`;
}
