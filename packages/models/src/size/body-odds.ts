import type { BodyEstimate } from '../body/index.ts';
import { type BodySamples, withLimits } from './best-places.ts';
import { samplePreference } from './fit-preference.ts';
import type { GarmentOffset } from './garment-offset.ts';
import type { PreparedScale } from './prepare-chart.ts';
import { sampleBodies } from './sample-bodies.ts';
import type { FitPreference } from './size-advice.ts';
import { type SizeOdds, sizeOdds } from './size-odds.ts';

/** What the measurements of one body say of any scale. The bodies that they allow are drawn once for each set of zones. */
export type BodyOdds = (prepared: PreparedScale, garment: GarmentOffset | undefined) => SizeOdds;

export function createBodyOdds(body: BodyEstimate, fitPreference: FitPreference): BodyOdds {
  const drawn = new Map<string, BodySamples>();
  const preferences = new Map<number, Float64Array | undefined>();
  const samplesOf = ({ scale, zonesKey }: PreparedScale, garment: GarmentOffset | undefined): BodySamples => {
    const known = garment === undefined ? drawn.get(zonesKey) : undefined;
    if (known) return known;
    const samples = withLimits(sampleBodies(body, scale.map(({ zone }) => zone), garment));
    if (garment === undefined) drawn.set(zonesKey, samples);
    return samples;
  };
  const preferenceOf = ({ scale: { length } }: PreparedScale): Float64Array | undefined => {
    if (!preferences.has(length)) preferences.set(length, samplePreference(fitPreference, length));
    return preferences.get(length);
  };
  return (prepared, garment) =>
    sizeOdds({ scale: prepared.scale, packed: prepared.packed, samples: samplesOf(prepared, garment), preference: preferenceOf(prepared) });
}
