export type LengthUnit = 'cm' | 'mm' | 'm' | 'in' | 'ft';
export type MassUnit = 'kg' | 'lb';
export type Unit = LengthUnit | MassUnit;

/** Centimetres or kilograms of one unit. */
const FACTOR: Readonly<Record<Unit, number>> = { cm: 1, mm: 0.1, m: 100, in: 2.54, ft: 30.48, kg: 1, lb: 0.453_592_37 };

/** What a cell says, in centimetres or kilograms. */
export type Measure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number; readonly wholeUnit?: number }
  /** An end that is not given is open. `wholeUnit`: all numbers are whole, as a tape is read, in units of so many centimetres or kilograms. */
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number; readonly wholeUnit?: number }
  | { readonly kind: 'unreadable' };

const FRACTIONS: Readonly<Record<string, string>> = { '½': ' 1/2', '¼': ' 1/4', '¾': ' 3/4', '⅛': ' 1/8', '⅜': ' 3/8', '⅝': ' 5/8', '⅞': ' 7/8' };

const NUMBER = String.raw`(?:\d{1,5} \d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}|\d{1,5}(?:[.,]\d{1,6})?)`;
const UNIT = String.raw`(?:centimetres?|centimeters?|cm|mm|inches|inch|in|"|''|kgs?|kilos?|lbs?|m)?`;
const FEET = String.raw`\d'(?: ?${NUMBER})?"?`;
// As statures are written in Vietnam: 1m58.
const METRES = String.raw`\dm\d{1,2}`;
const AMOUNT = String.raw`(${FEET}|${METRES}|${NUMBER}) ?(${UNIT})`;
const VALUE = new RegExp(`^${AMOUNT}$`);
const RANGE = new RegExp(`^${AMOUNT} ?(?:-|~|to|den|toi|\\.\\.+) ?${AMOUNT}$`);
const BELOW = new RegExp(`^(?:<=?|up to|under|below|less than|duoi|max) ?${AMOUNT}$`);
const ABOVE = new RegExp(`^(?:>=?|over|above|more than|from|tren|tu|min) ?${AMOUNT}$|^${AMOUNT} ?(?:\\+|and up|and over|tro len)$`);

/** Reads `84-88`, `84 – 88 cm`, `84,5`, `33 1/2`, `33½ to 35"`, `5'4"`, `1m58`, `84 đến 88`, `< 84`, `110+`. `unit` holds where the cell names none. */
export function readMeasure(text: string, unit: Unit): Measure {
  const plain = normalise(text);
  if (/^(?:[-/.]|n\/?a)?$/.test(plain)) return { kind: 'empty' };
  const value = VALUE.exec(plain);
  if (value) return asValue(value, unit);
  const range = RANGE.exec(plain);
  if (range) return asRange(range, unit);
  const below = BELOW.exec(plain);
  if (below) return { kind: 'range', max: amount(below[1], below[2], unit) };
  const above = ABOVE.exec(plain);
  return above ? { kind: 'range', min: amount(above[1] ?? above[3], above[2] ?? above[4], unit) } : { kind: 'unreadable' };
}

function asValue([, number = '', unitText]: RegExpExecArray, unit: Unit): Measure {
  const value = amount(number, unitText, unit);
  return Number.isFinite(value) ? { kind: 'value', value, ...wholeUnit([number], unitOf(unitText) ?? unit) } : { kind: 'unreadable' };
}

const wholeUnit = (numbers: readonly string[], unit: Unit): { wholeUnit?: number } => (numbers.every((number) => /^\d+$/.test(number)) ? { wholeUnit: FACTOR[unit] } : {});

// `84-88 cm`: the unit behind the second number is that of both.
function asRange([, first = '', firstUnit, second = '', secondUnit]: RegExpExecArray, unit: Unit): Measure {
  const min = amount(first, firstUnit === '' ? secondUnit : firstUnit, unit);
  const max = amount(second, secondUnit === '' ? firstUnit : secondUnit, unit);
  if (!Number.isFinite(min) || !Number.isFinite(max)) return { kind: 'unreadable' };
  const named = unitOf(secondUnit) ?? unitOf(firstUnit) ?? unit;
  return { kind: 'range', min, max, ...wholeUnit([first, second], named) };
}

function normalise(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '').replaceAll('đ', 'd')
    .replaceAll(/[½¼¾⅛⅜⅝⅞]/g, (sign) => FRACTIONS[sign] ?? '')
    .replaceAll(/[‐‑‒–—―−]/g, '-').replaceAll('≤', '<=').replaceAll('≥', '>=').replaceAll(/[″”“]/g, '"').replaceAll(/[′’‘]/g, "'").replaceAll('~', '-')
    .replaceAll(/\s+/g, ' ').trim();
}

function amount(number = '', unitText: string | undefined, unit: Unit): number {
  if (/^\dm\d/.test(number)) return Number(number[0]) * 100 + Number(number.slice(2).padEnd(2, '0'));
  const feet = /^(\d)'(.*?)"?$/.exec(number);
  const own = feet ? 'in' : (unitOf(unitText) ?? unit);
  const count = feet ? Number(feet[1]) * 12 + (feet[2]?.trim() ? decimal(feet[2].trim()) : 0) : decimal(number);
  return Math.round(count * FACTOR[own] * 1000) / 1000;
}

function decimal(number: string): number {
  const parts = number.split(' ').map((part) => {
    const [top, bottom] = part.replace(',', '.').split('/');
    return Number(top) / (bottom === undefined ? 1 : Number(bottom));
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

/** The unit that a word or sign names. */
export function unitOf(text: string | undefined): Unit | undefined {
  switch (text?.toLowerCase()) {
    case 'cm': case 'cms': case 'centimetre': case 'centimetres': case 'centimeter': case 'centimeters': return 'cm';
    case 'mm': return 'mm';
    case 'm': return 'm';
    case 'in': case 'inch': case 'inches': case '"': case "''": return 'in';
    case 'ft': case 'feet': return 'ft';
    case 'kg': case 'kgs': case 'kilo': case 'kilos': return 'kg';
    case 'lb': case 'lbs': return 'lb';
    default: return undefined;
  }
}
