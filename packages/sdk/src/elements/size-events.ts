import type { Certainty } from '@vua/models/size';

/** All that `vua-size-advised` and `vua-size-chosen` tell: which size, and how sure in three steps. */
export interface SizeEventDetail {
  /** The attribute `product` of the element. */
  readonly product: string;
  /** As the shop writes it. Between two sizes, the likelier one was advised. */
  readonly size: string;
  /** Absent when the shopper chose by hand. */
  readonly certainty?: Certainty;
}
