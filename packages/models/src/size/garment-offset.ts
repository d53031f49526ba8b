import type { BodyZone } from '../contracts/index.ts';

/** How far off a chart is, cm. Positive: cut smaller than the chart says, so that a body counts as that much larger. */
export interface ZoneOffset {
  readonly meanCm: number;
  readonly sdCm: number;
}

/** What is known of how one garment is really cut. */
export interface GarmentOffset {
  /** Every girth that is not named in `zones`. */
  readonly overall: ZoneOffset;
  readonly zones: Readonly<Partial<Record<BodyZone, ZoneOffset>>>;
}

const AS_CHARTED: ZoneOffset = { meanCm: 0, sdCm: 0 };

// "Too small" says nothing of a leg's length, nor of the cup.
const NO_GIRTHS: readonly BodyZone[] = ['inseam', 'armLength', 'stature', 'bustDifference'];

export function offsetAt(offset: GarmentOffset | undefined, zone: BodyZone): ZoneOffset {
  if (offset === undefined) return AS_CHARTED;
  return offset.zones[zone] ?? (NO_GIRTHS.includes(zone) ? AS_CHARTED : offset.overall);
}
