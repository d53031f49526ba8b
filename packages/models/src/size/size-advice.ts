import type { MeasurementEstimate } from '../body/index.ts';
import type { BodyRange, BodyZone } from '../contracts/index.ts';
import type { ZoneOffset } from './garment-offset.ts';

/** How the shopper likes clothes to sit. */
export type FitPreference = 'close' | 'regular' | 'loose';

/** How sure it is that the advised size fits everywhere, in three steps: exact probabilities over many charts would spell out the body. */
export type Certainty = 'low' | 'medium' | 'high';

/** How a size sits at a zone: the body is above its range, within, or below; up to a centimetre outside still counts as within. */
export type ZoneVerdict = 'tight' | 'good' | 'loose';

export interface SizeProbability {
  readonly size: string;
  /** 0-1, that it fits at every compared zone, up to a centimetre outside of its range forgiven. */
  readonly probability: number;
}

/** One size at one zone. */
export interface ZoneFit {
  readonly size: string;
  /** The bodies the size is made for. */
  readonly range: BodyRange;
  readonly verdict: ZoneVerdict;
  /** Centimetres by which the body lies above (positive) or below (negative) the range; 0 within. */
  readonly outsideCm: number;
  /** 0-1, that the size fits here. */
  readonly probability: number;
  /** Finished garment minus body, where the chart gives the garment. */
  readonly easeCm?: MeasurementEstimate;
}

/** On which side of the border between two sizes a zone lies: the advised or likelier size, and the one that comes next. */
export interface ZoneMargin {
  /** Where both sizes fit this zone equally well. */
  readonly borderCm: number;
  /** Centimetres from the body to the border; negative where the zone speaks for the other size. */
  readonly byCm: number;
  /** 0-1, that the zone alone speaks for the advised or likelier size. */
  readonly probability: number;
}

/** `scan`: measure with the camera; `mass`, `sex`: tell it; `retake`: take the pictures again. */
export type SurerMeans = 'scan' | 'mass' | 'sex' | 'retake';

/** What would make an advice surer. */
export interface SurerBy {
  readonly by: SurerMeans;
  /** The zone at which it is most open whether the advised size fits, or that decides between two; for `sex` the zone that differs most. */
  readonly zone: BodyZone;
  /** What is usually left of its interval, 0-1. */
  readonly intervalFactor: number;
}

/** What one zone of the body says. */
export interface ZoneAdvice {
  readonly zone: BodyZone;
  readonly body: MeasurementEstimate;
  /** Share (0-1) of this zone in the decision for this type of garment; the shares of an advice sum to 1. */
  readonly weight: number;
  /** True for the zone that tips the balance. */
  readonly decisive: boolean;
  /** The advised size, or the two between which the body lies; empty when none is advised. */
  readonly fits: readonly ZoneFit[];
  /** Absent where no two sizes contend. */
  readonly margin?: ZoneMargin;
  /** How the garment is really cut here, as far as returns have told; `fits` and `margin` take it into account. */
  readonly offset?: ZoneOffset;
}

interface Advice {
  /** Every size of the chart in its order; empty when nothing could be compared. No share of 1: many bodies are cut like no size, some fit two. */
  readonly probabilities: readonly SizeProbability[];
  /** Probability (0-1) that the body had better take a size below the smallest. */
  readonly smallerThanChart: number;
  /** Probability (0-1) that the body had better take a size above the largest. */
  readonly largerThanChart: number;
  /** What decided, the weightiest first. */
  readonly zones: readonly ZoneAdvice[];
  /** What would make it surer, the most worthwhile first. Empty when it is sure, or nothing would help. */
  readonly surer: readonly SurerBy[];
}

export type SizeUnavailableReason =
  /** The chart contradicts itself; `checkSizeChart` says where. */
  | 'chart-invalid'
  /** No zone that matters for this garment is both in the chart and measured. */
  | 'zones-not-measured'
  | 'smaller-than-chart'
  | 'larger-than-chart'
  /** The measurements are too wide for this chart's steps. */
  | 'too-uncertain';

/**
 * Which size is the best choice, and how likely it fits. A size may be the best of its chart and yet not fit everywhere: `probability` and `certainty` say so.
 * An unavailable answer never carries a size.
 */
export type SizeAdvice =
  | (Advice & { readonly status: 'recommended'; readonly size: string; /** 0-1, that it fits at every compared zone. */ readonly probability: number; readonly certainty: Certainty })
  | (Advice & {
    readonly status: 'between'; readonly smaller: string; readonly larger: string;
    /** The one of the two that is more often the better. */
    readonly likelier: string;
    /** 0-1, that one of the two fits at every compared zone. */
    readonly probability: number; readonly certainty: Certainty;
  })
  | (Advice & { readonly status: 'unavailable'; readonly reason: SizeUnavailableReason });
