import type { BodyCueName, BodyEstimate } from '@vua/models/body';
import type { BodyZone, SizeChart } from '@vua/models/contracts';

export type MoreQuestion = 'mass' | 'sex' | 'usual-size' | BodyCueName;

/** Zones about which the words of a cue tell something worth asking. */
const CUE_ZONES: Readonly<Record<BodyCueName, readonly BodyZone[]>> = {
  tummy: ['waist', 'waistNavel', 'hip'],
  bust: ['chest', 'waist', 'waistNavel', 'underbust', 'bustDifference'],
  shoulders: ['shoulderBreadth', 'chest', 'upperArm', 'hip'],
  legs: ['inseam'],
};

const CUES = Object.keys(CUE_ZONES) as BodyCueName[];

/** What is worth asking of this body for this chart, the most telling first; what was told already is not asked again. */
export function moreQuestions({ source, profile }: BodyEstimate, chart: SizeChart | undefined): readonly MoreQuestion[] {
  const zones = new Set(chart?.rows.flatMap(({ body }) => Object.keys(body)));
  return [
    ...(profile.massKg === undefined ? ['mass'] as const : []),
    // The sex belongs into the scan itself: pictures that were measured without it stay so.
    ...(source === 'answers' && profile.sex === undefined ? ['sex'] as const : []),
    'usual-size',
    ...CUES.filter((cue) => chart === undefined || CUE_ZONES[cue].some((zone) => zones.has(zone))),
  ];
}
