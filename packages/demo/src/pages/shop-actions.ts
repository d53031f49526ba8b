import type { Language } from '../i18n/language.ts';

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
  readonly retry: () => void;
}
