import type { Certainty } from '@vua/models/size';

/** All that leaves the element about a size: which, and how sure in three steps. */
export interface SizeEventDetail {
  /** The attribute `product` of the element. */
  readonly product: string;
  /** As the shop writes it. Between two sizes: the likelier one. */
  readonly size: string;
  /** `chosen by hand` has no certainty. */
  readonly certainty?: Certainty;
}

declare global {
  interface HTMLElementEventMap {
    /** A size was advised. Bubbles and crosses shadow roots. */
    'vua-size-advised': CustomEvent<SizeEventDetail>;
    /** The shopper took a size, advised or by hand. Bubbles and crosses shadow roots. */
    'vua-size-chosen': CustomEvent<SizeEventDetail>;
  }
}
