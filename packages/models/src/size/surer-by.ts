import type { BodyEstimate } from '../body/index.ts';
import type { BodyZone } from '../contracts/index.ts';
import type { SizeDecision } from './decide-size.ts';
import { estimateAtZone } from './estimate-at-zone.ts';
import { errorSdCm } from './sample-bodies.ts';
import type { SurerBy, SurerMeans, ZoneAdvice } from './size-advice.ts';
import { USUAL_DOUBT, type UsualDoubt } from './usual-doubt.ts';

// An interval that keeps more than this is not worth a question.
const WORTH_FACTOR = 0.97;
// Pictures whose interval is this much wider than usual showed something badly.
const POOR_PICTURE_FACTOR = 1.2;

// Where it is this sure that a size fits, or that it does not, nothing need be asked.
const OPEN_FROM = 0.05;

/** What would narrow the interval of the zone that matters, the most worthwhile first; nothing where the advice is sure as it is. */
export function surerBy(decision: SizeDecision, zones: readonly ZoneAdvice[], body: BodyEstimate): SurerBy[] {
  const zone = mattering(decision, zones)?.zone;
  if (zone === undefined) return [];
  const ways = body.source === 'answers' ? waysFromAnswers(body, zone, zones) : waysFromPictures(body, zone);
  return ways.filter(({ intervalFactor }) => intervalFactor <= WORTH_FACTOR).toSorted((a, b) => a.intervalFactor - b.intervalFactor);
}

/** Between sizes the zone that decides; of one size the zone at which it is most open whether it fits. */
function mattering(decision: SizeDecision, zones: readonly ZoneAdvice[]): ZoneAdvice | undefined {
  if (decision.status !== 'recommended') return zones.find(({ decisive }) => decisive);
  return decision.certainty === 'high' ? undefined : zones.filter((zone) => openness(zone) >= OPEN_FROM).toSorted((a, b) => openness(b) - openness(a))[0];
}

function openness({ fits: [fit] }: ZoneAdvice): number {
  return fit ? Math.min(fit.probability, 1 - fit.probability) : 0;
}

function waysFromAnswers(body: BodyEstimate, zone: BodyZone, zones: readonly ZoneAdvice[]): SurerBy[] {
  const { massKg, sex } = body.profile;
  const [knowsMass, knowsSex] = [massKg !== undefined, sex !== undefined];
  const now = answersDoubt(knowsMass, knowsSex);
  return [
    way('scan', zone, now, knowsMass ? USUAL_DOUBT.picturesWithMass : USUAL_DOUBT.pictures),
    ...(knowsMass ? [] : [way('mass', zone, now, answersDoubt(true, knowsSex))]),
    ...(knowsSex ? [] : [bySex(body, zones) ?? way('sex', zone, now, answersDoubt(knowsMass, true))]),
  ];
}

function waysFromPictures(body: BodyEstimate, zone: BodyZone): SurerBy[] {
  const knowsMass = body.profile.massKg !== undefined;
  const usual: UsualDoubt = knowsMass ? USUAL_DOUBT.picturesWithMass : USUAL_DOUBT.pictures;
  const usualSdCm = (usual[zone] ?? NaN) * (estimateAtZone(body, zone)?.meanCm ?? NaN);
  const poorness = errorSdCm(body, zone) / usualSdCm;
  return [
    ...(knowsMass ? [] : [way('mass', zone, USUAL_DOUBT.pictures, USUAL_DOUBT.picturesWithMass)]),
    ...(poorness >= POOR_PICTURE_FACTOR ? [{ by: 'retake', zone, intervalFactor: 1 / poorness } as const] : []),
  ];
}

function answersDoubt(knowsMass: boolean, knowsSex: boolean): UsualDoubt {
  if (knowsMass) return knowsSex ? USUAL_DOUBT.answersWithBoth : USUAL_DOUBT.answersWithMass;
  return knowsSex ? USUAL_DOUBT.answersWithSex : USUAL_DOUBT.answers;
}

const way = (by: SurerMeans, zone: BodyZone, now: UsualDoubt, then: UsualDoubt): SurerBy => ({ by, zone, intervalFactor: (then[zone] ?? 1) / (now[zone] ?? 1) });

/** By what both sexes of this very body say, at the zone of which the sex tells most. */
function bySex(body: BodyEstimate, zones: readonly ZoneAdvice[]): SurerBy | undefined {
  const { sexes, ...together } = body;
  return sexes && zones.map(({ zone }): SurerBy => ({
    by: 'sex', zone, intervalFactor: sexes.reduce((sum, sex) => sum + sex.weight * errorSdCm({ ...together, ...sex }, zone), 0) / errorSdCm(together, zone),
  })).toSorted((a, b) => a.intervalFactor - b.intervalFactor)[0];
}
