/** Stands where an address or a number stood; shorter than both, so that a text never grows beyond its limit. */
const REPLACED = '***';

const EMAIL = /[^\s@＠<>,;:"()]+\s?[@＠]\s?[^\s@＠<>,;:"'()]+\.[\p{L}\p{N}-]{2,}/gu;
/** 9 to 15 digits (E.164), in groups as people write them. Shorter numbers are sizes, prices and the like. */
const PHONE = /(?<![\p{L}\p{N}])[+＋]?[(（]?\p{Nd}(?:[\s.·/()（）‐-―-]{0,2}\p{Nd}){8,14}(?![\p{L}\p{N}])/gu;

/** `text` with whatever looks like an e-mail address or a phone number replaced. Errs on the side of replacing: a long article number goes too. */
export function scrubText(text: string): string {
  return text.replace(EMAIL, REPLACED).replace(PHONE, REPLACED);
}
