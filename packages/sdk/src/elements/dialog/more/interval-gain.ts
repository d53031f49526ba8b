import type { BodyEstimate, MeasurementEstimate, MeasurementName } from '@vua/models/body';
import type { BodyZone } from '@vua/models/contracts';
import type { ZoneAdvice } from '@vua/models/size';

/** By how much what was told narrowed an interval. */
export interface IntervalGain {
  readonly zone: BodyZone;
  /** Half of the 90 % interval, cm. */
  readonly beforeCm: number;
  readonly nowCm: number;
}

/** At the zone that decides, or the weightiest that was measured; undefined where none was. */
export function intervalGain(first: BodyEstimate, now: BodyEstimate, zones: readonly Pick<ZoneAdvice, 'zone' | 'decisive'>[]): IntervalGain | undefined {
  const gains = [...zones.filter(({ decisive }) => decisive), ...zones].flatMap(({ zone }): IntervalGain[] => {
    const [before, after] = [first, now].map(({ measurements }) => measurements[zone as MeasurementName]);
    return before && after ? [{ zone, beforeCm: halfOf(before), nowCm: halfOf(after) }] : [];
  });
  return gains[0];
}

const halfOf = ({ p5Cm, p95Cm }: MeasurementEstimate): number => (p95Cm - p5Cm) / 2;
