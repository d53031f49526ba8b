import type { Language } from '../i18n/language.ts';
import type { Decision } from '../tracking/shop-consent.ts';

/** What a shopper can do on the pages. */
export interface ShopActions {
  readonly setLanguage: (language: Language) => void;
  readonly chooseColour: (colourId: string) => void;
  readonly chooseSize: (size: string) => void;
  /** The finder named a size. */
  readonly takeAdvice: (size: string) => void;
  /** Shows only what fits, or everything again; measures first where nobody was measured. */
  readonly filterByFit: (isOn: boolean) => void;
  /** Somebody was measured, or deleted the measurements. */
  readonly takeBodyChange: () => void;
  readonly addToBag: () => void;
  readonly removeFromBag: (index: number) => void;
  /** Buys nothing: this is a demonstration. */
  readonly placeOrder: () => void;
  readonly openSizeChart: (productId: string) => void;
  /** What may be kept and sent. */
  readonly decide: (decision: Decision) => void;
  readonly retry: () => void;
}
