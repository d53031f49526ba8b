import type { BodyZone } from '../../contracts/index.ts';
import type { Certainty } from '../size-advice.ts';

/** What became of a garment that was bought after an advice. A return whose reason is not the size tells nothing of the cut and is no outcome. */
export interface SizeOutcome {
  readonly result: 'kept' | 'too-small' | 'too-large';
  /** Where it was too small or too large, if the shopper said so. */
  readonly zone?: BodyZone;
  /** Size taken minus size advised, in steps of the chart. Between two sizes, the likelier one counts as advised. */
  readonly stepsFromAdvice: number;
  /** Centimetres from one size to the next. */
  readonly stepCm: number;
  /** How sure the advice was. */
  readonly certainty: Certainty;
  /** Opaque key of the shopper, such as an HMAC by the shop; the same shopper has always the same. It is not kept: only a filter of keys is. */
  readonly shopperKey: string;
}
