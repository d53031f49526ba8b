import type { Span } from './catalog/draw-traits.ts';
import type { SimulatedItem } from './catalog/simulated-item.ts';

export interface SimulationOptions extends Span {
  /** Whole number; the same options give the same events, bit for bit. */
  readonly seed: number;
  /** How many people there are. Three in ten of them are never in the log: they did not agree. */
  readonly shoppers: number;
  /** At least one. Made for the same span, if made. */
  readonly items: readonly SimulatedItem[];
  /** Names of running experiments and their arms, drawn with equal chances for each visitor's day. They change nothing. @default none */
  readonly experiments?: Readonly<Record<string, readonly [string, ...string[]]>>;
}

export const DAY_MS = 86_400_000;
/** Vietnam is seven hours ahead of UTC all year. */
const AHEAD_MS = 7 * 3_600_000;

/** UTC milliseconds at which a day begins in Vietnam. @param day days since 1970 */
export const dayStartMs = (day: number): number => day * DAY_MS - AHEAD_MS;
