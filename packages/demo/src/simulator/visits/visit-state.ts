import type { Phase } from './moves.ts';

export interface BagLine {
  readonly item: number;
  readonly size: string;
  readonly colour: string | undefined;
}

export interface OrderedLine extends BagLine {
  readonly orderId: string;
}

/** All that a visit changes while it goes on. */
export interface VisitState {
  readonly phase: Phase;
  /** UTC milliseconds of the latest event. */
  readonly timeMs: number;
  readonly steps: number;
  /** Place in the catalog of what is looked at. */
  readonly item?: number;
  /** Latest first, this visit's and the last one's; at most {@link MOST_SEEN}. */
  readonly seen: readonly number[];
  /** What the latest list showed. */
  readonly listed: readonly number[];
  readonly bag: readonly BagLine[];
  readonly ordered: readonly OrderedLine[];
  /** Of the item that is looked at: what the size finder said, and what the shopper took. */
  readonly advisedSize?: string;
  readonly chosenSize?: string;
  /** How many planned returns were brought. */
  readonly returned: number;
}

const MOST_SEEN = 20;

export const seenNow = (seen: readonly number[], item: number): readonly number[] => [item, ...seen.filter((other) => other !== item)].slice(0, MOST_SEEN);
