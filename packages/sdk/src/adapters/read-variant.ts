/** What the text of a variant tells. */
export interface Variant {
  readonly size?: string;
  readonly colour?: string;
}

/** Letters, numbers, and pairs, as shops write sizes. */
const SIZE = /^(?:size\s+)?(?:\d?x{0,3}-?[sl]|m|[2-9]xs|one[ -]size|free[ -]?size|(?:eu|uk|us|it|fr|jp)?\s*\d{1,3}(?:[.,]5)?(?:\s*(?:cm|t|y|m|[a-h]{1,2}))?|(?:xxs|xs|s|m|l|xl|xxl)\s*[/-]\s*(?:xs|s|m|l|xl|xxl|xxxl)|\d{1,2}\s*-\s*\d{1,2}\s*(?:m|t|y|months|years)?|w\d{2}(?:\s*[/x-]?\s*l\d{2})?|\d{2}\s*[x]\s*\d{2})$/i;
/** What shops write where there is only one variant. */
const NONE = /^(?:default(?: title)?|\(not set\)|none|n\/a|-)$/i;

/** Tells size and colour apart in texts such as `M`, `green`, `Red / M` or `W32 L30, indigo`. The first of each counts; what is no size is taken for a colour. */
export function readVariant(text: string): Variant {
  const whole = text.trim();
  if (whole === '' || NONE.test(whole)) return {};
  if (SIZE.test(whole)) return { size: whole };
  const spaced = partsOf(whole, /\s+[/|-]\s+|\s*[,;|]\s*/);
  const parts = spaced.length > 1 ? spaced : partsOf(whole, /\//);
  const size = parts.find((part) => SIZE.test(part));
  const colour = parts.find((part) => !SIZE.test(part));
  return { ...(size !== undefined && { size }), ...(colour !== undefined && { colour }) };
}

const partsOf = (text: string, between: RegExp): readonly string[] => text.split(between).map((part) => part.trim()).filter((part) => part !== '');
