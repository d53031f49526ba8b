import type { BodyZone, SizeChart } from '@vua/models/contracts';
import type { SizeAdvice, ZoneAdvice, ZoneVerdict } from '@vua/models/size';
import { type Words, fill } from './words.ts';

// Rarer than this, the end of the chart is no news.
const BEYOND_FROM = 0.02;
// Below, nobody should be told that a size fits there.
const FITS_FROM = 0.75;
const MORE_LIKELY = 0.5;

/** True where the body is likelier to be cut like no size of the chart than like one of them. */
export const fitsNowhereAll = ({ probabilities }: SizeAdvice): boolean => probabilities.reduce((sum, { probability }) => sum + probability, 0) < MORE_LIKELY;

/** How sure it is that the advised size, or one of two, fits, and at which zones: the number is about all of them together. */
export function certaintySentence(advice: Exclude<SizeAdvice, { status: 'unavailable' }>, { dialog: { result, zones }, percent, listOf: inWords, locale }: Words): string {
  const names = inWords(advice.zones.map(({ zone }) => zones[zone].toLocaleLowerCase(locale)));
  const share = fill(advice.status === 'between' ? result.oneOfTwo : result.fitShare, { percent: percent(advice.probability), zones: names });
  return `${advice.probability < MORE_LIKELY ? result.misfit : result.certainty[advice.certainty]} · ${share}`;
}

/** Which zone decides and by how much: the distance to the border with the size that comes next, or to the end of the chart. */
export function decidingSentence({ zones, ...advice }: SizeAdvice, chart: SizeChart, words: Words): string | undefined {
  const zone = zones.find(({ decisive }) => decisive);
  if (!zone?.margin) return undefined;
  const { dialog: { result, zones: names }, cm, fineCm } = words;
  const { margin: { borderCm, byCm }, body: { meanCm } } = zone;
  const values = { zone: names[zone.zone], cm: fineCm(Math.abs(byCm)), border: fineCm(borderCm) };
  if (advice.status === 'unavailable') {
    const { reason } = advice;
    if (reason !== 'larger-than-chart' && reason !== 'smaller-than-chart') return undefined;
    const end = reason === 'larger-than-chart' ? chart.rows.at(-1)?.body[zone.zone]?.maxCm : chart.rows[0]?.body[zone.zone]?.minCm;
    return end === undefined ? undefined : fill(result.beyond[reason], { ...values, cm: cm(meanCm), border: fineCm(end) });
  }
  const pair = advice.status === 'between' ? [advice.smaller, advice.larger] : rivalsOf(advice.size, zone, chart);
  return pair ? fill(result.decidesBetween, { ...values, smaller: pair[0] ?? '', larger: pair[1] ?? '' }) : endSentence(advice, zone, words);
}

/** By the chart's own numbers, and only where the body may really lie beyond them. */
function endSentence({ smallerThanChart, largerThanChart }: Pick<SizeAdvice, 'smallerThanChart' | 'largerThanChart'>, { zone, body, fits, offset }: ZoneAdvice, { dialog: { result, zones }, fineCm }: Words): string | undefined {
  const range = fits[0]?.range;
  if (!range || Math.max(smallerThanChart, largerThanChart) < BEYOND_FROM) return undefined;
  const endCm = largerThanChart > smallerThanChart ? range.maxCm : range.minCm;
  return fill(result.decidesEnd, { zone: zones[zone], cm: fineCm(Math.abs(endCm - body.meanCm - (offset?.meanCm ?? 0))), border: fineCm(endCm) });
}

/** The advised size and the one beyond the border; undefined where the chart ends there. */
function rivalsOf(size: string, { body, margin, offset }: ZoneAdvice, { rows }: SizeChart): readonly [string, string] | undefined {
  const at = rows.findIndex(({ label }) => label === size);
  const isAbove = (margin?.borderCm ?? 0) > body.meanCm + (offset?.meanCm ?? 0) === (margin?.byCm ?? 0) > 0;
  const rival = rows[isAbove ? at + 1 : at - 1]?.label;
  if (rival === undefined) return undefined;
  return isAbove ? [size, rival] : [rival, size];
}

/** A sentence or more for a size: where it fits, is snug or roomy, where that is open; else how it compares with the other of two, or that it fits. */
export function fitSentence(advice: SizeAdvice, size: string, words: Words): string {
  const { result } = words.dialog;
  const all = advice.zones.flatMap(({ zone, fits }) => fits.filter((fit) => fit.size === size).map((fit) => ({ zone, ...fit })));
  const fitting = all.filter(({ verdict, probability }) => verdict === 'good' && probability >= FITS_FROM);
  const isBetween = advice.status === 'between';
  if (fitting.length === all.length) return fill(isBetween ? (size === advice.smaller ? result.closer : result.roomier) : result.fitsWell, { size });
  const named = (template: string, some: readonly { readonly zone: BodyZone }[]): string[] =>
    (some.length > 0 ? [fill(template, { size, zones: words.listOf(some.map(({ zone }) => nameOf(zone, words))) })] : []);
  const off = (template: string, verdict: ZoneVerdict): string[] => {
    const some = all.filter((fit) => fit.verdict === verdict);
    return some.length > 0 ? [fill(template, { size, zones: listOf(some, words) })] : [];
  };
  return [
    ...(isBetween ? [] : named(result.fitsAt, fitting)),
    ...off(result.snugAt, 'tight'), ...off(result.roomyAt, 'loose'),
    ...named(result.openAt, all.filter(({ verdict, probability }) => verdict === 'good' && probability < FITS_FROM)),
  ].join('. ');
}

const nameOf = (zone: BodyZone, { dialog: { zones }, locale }: Words): string => zones[zone].toLocaleLowerCase(locale);

const listOf = (off: readonly { readonly zone: BodyZone; readonly outsideCm: number }[], words: Words): string =>
  off.map(({ zone, outsideCm }) => fill(words.dialog.result.zoneBy, { cm: words.fineCm(Math.abs(outsideCm)), zone: nameOf(zone, words) })).join(', ');

/** What can be done where no size is advised, beside the reason. */
export function nextStepSentence({ reason }: Extract<SizeAdvice, { status: 'unavailable' }>, chart: SizeChart | undefined, measured: readonly string[], words: Words): string {
  const { result } = words.dialog;
  if (reason !== 'zones-not-measured' || !chart) return result.nextSteps[reason];
  const missing = [...new Set(chart.rows.flatMap(({ body }) => Object.keys(body) as BodyZone[]))].filter((zone) => !measured.includes(zone));
  return missing.length > 0 ? fill(result.missing, { zones: missing.map((zone) => nameOf(zone, words)).join(', ') }) : result.nextSteps[reason];
}
