import type { BodyZone, SizeRow } from '../../../contracts/index.ts';
import { unitOf, type Unit } from './read-measure.ts';

export type SizeSystem = keyof NonNullable<SizeRow['systems']>;

/** What a column of a size chart is about. */
export type ColumnMeaning =
  | { readonly kind: 'label' }
  | { readonly kind: 'system'; readonly system: SizeSystem }
  /** Part of the label of a size that is a pair. */
  | { readonly kind: 'axis'; readonly zone: BodyZone }
  | {
      readonly kind: 'zone'; readonly zone: BodyZone; readonly of: 'body' | 'garment' | 'unsaid'; readonly unit?: Unit;
      /** Laid flat: half of the girth. */
      readonly isHalf?: boolean;
      readonly bound?: 'min' | 'max';
    }
  | { readonly kind: 'mass'; readonly unit?: Unit; readonly bound?: 'min' | 'max' }
  | { readonly kind: 'unknown' };

// The first of each is the name in ISO 8559-1; all without accents and signs, as `plainWords` leaves them.
const ZONE_NAMES: Readonly<Record<BodyZone, readonly string[]>> = {
  chest: ['bust girth', 'chest girth', 'chest', 'bust', 'chest circumference', 'bust circumference', 'chest bust', 'bust chest', 'vong nguc', 'nguc', 'vong 1', 'v1'],
  waist: ['waist girth', 'waist', 'natural waist', 'waist circumference', 'vong eo', 'eo', 'vong 2', 'v2'],
  waistNavel: ['waist girth at navel', 'waist navel', 'waistnavel', 'waist at the navel', 'waist at navel', 'navel waist', 'belly', 'belly girth', 'trouser waist', 'vong bung', 'bung', 'lung quan'],
  hip: ['hip girth', 'hip', 'hips', 'seat', 'hip circumference', 'seat girth', 'low hip', 'vong mong', 'mong', 'vong hong', 'vong 3', 'v3'],
  neck: ['neck girth', 'neck', 'collar', 'neck circumference', 'vong co', 'co ao'],
  shoulderBreadth: ['shoulder width', 'shoulder breadth', 'shoulderbreadth', 'shoulder', 'shoulders', 'biacromial breadth', 'across shoulder', 'rong vai', 'ngang vai', 'vai'],
  upperArm: ['upper arm girth', 'upper arm', 'upperarm', 'bicep', 'biceps', 'arm girth', 'bap tay', 'vong bap tay', 'vong tay'],
  thigh: ['thigh girth', 'thigh', 'thigh circumference', 'vong dui', 'dui'],
  inseam: ['inside leg length', 'crotch height', 'inside leg length crotch height', 'inside leg', 'inseam', 'inner leg', 'inside leg height', 'inner leg length', 'leg length', 'dai chan trong', 'dai chan', 'dang quan trong'],
  armLength: ['arm length', 'armlength', 'sleeve', 'sleeve length', 'dai tay', 'dai tay ao'],
  underbust: ['underbust girth', 'underbust', 'under bust', 'under bust girth', 'band girth', 'chan nguc', 'vong chan nguc'],
  bustDifference: ['bust difference', 'bustdifference', 'bust girth minus underbust girth', 'cup difference'],
  stature: ['stature', 'height', 'body height', 'stature height', 'chieu cao'],
};

const AXIS_NAMES: Readonly<Partial<Record<BodyZone, readonly string[]>>> = {
  underbust: ['band', 'band size'], bustDifference: ['cup', 'cup size', 'cup nguc', 'co ao nguc'], waist: ['w', 'waist size'], inseam: ['l', 'leg size', 'inseam size', 'length size'],
  stature: ['height group', 'height size', 'proportion', 'nhom chieu cao'],
};

const LABELS = ['size', 'label', 'sizes', 'size label', 'size code', 'size name', 'co', 'kich co', 'kich thuoc', 'ten size'];
const MASSES = ['body mass', 'mass', 'weight', 'body weight', 'can nang'];

const SYSTEM_NAMES: Readonly<Record<SizeSystem, readonly string[]>> = {
  eu: ['eu', 'eur', 'europe'], us: ['us', 'usa', 'american'], uk: ['uk', 'gb', 'british'], vn: ['vn', 'vietnam', 'viet nam'],
  jp: ['jp', 'jpn', 'japan'], kr: ['kr', 'kor', 'korea'], cn: ['cn', 'chn', 'china'],
};

const GARMENT = /\b(?:garment|finished|product|thanh pham|ao quan)\b/;
const BODY = /\b(?:body|co the)\b/;
const HALF = /\b(?:half|flat|laid flat|1 2|pit to pit|nua)\b/;

// Widths and other names that only a garment laid flat has.
const FLAT_NAMES: Readonly<Partial<Record<BodyZone, readonly string[]>>> = {
  chest: ['chest width', 'bust width', 'width', 'pit to pit', 'rong nguc', 'ngang nguc'], waist: ['waist width', 'rong eo', 'ngang eo'], hip: ['hip width', 'rong mong', 'ngang mong'],
  thigh: ['thigh width', 'rong dui', 'ngang dui'],
};

const BOUNDS: readonly (readonly ['min' | 'max', RegExp])[] = [['min', /\b(?:min|minimum|from|tu)$|^min\b/], ['max', /\b(?:max|maximum|to|den)$|^max\b/]];

/** What the name of a column says: `Chest (cm)`, `Vòng eo`, `hip girth`, `Garment chest, flat`, `EU`. */
export function readHeader(text: string): ColumnMeaning {
  const { words, unit } = plainWords(text);
  if (LABELS.includes(words)) return { kind: 'label' };
  const system = keyWith(SYSTEM_NAMES, words.replace(/^size | size$/, ''));
  if (system) return { kind: 'system', system };
  const axis = unit === undefined ? keyWith(AXIS_NAMES, words) : undefined;
  return axis ? { kind: 'axis', zone: axis } : readMeasured(words, unit);
}

function readMeasured(words: string, unit: Unit | undefined): ColumnMeaning {
  const bound = BOUNDS.find(([, pattern]) => pattern.test(words));
  const name = bound ? words.replace(bound[1], '').trim() : words;
  const ends = { ...(unit && { unit }), ...(bound && { bound: bound[0] }) };
  if (MASSES.includes(strip(name, BODY)) || MASSES.includes(name)) return { kind: 'mass', ...ends };
  const isGarment = GARMENT.test(name);
  const isHalf = HALF.test(name);
  const bare = strip(strip(strip(name, GARMENT), HALF), BODY);
  const flat = keyWith(FLAT_NAMES, bare) ?? keyWith(FLAT_NAMES, name);
  if (flat) return { kind: 'zone', zone: flat, of: 'garment', isHalf: true, ...ends };
  const zone = keyWith(ZONE_NAMES, name) ?? keyWith(ZONE_NAMES, bare);
  if (!zone) return { kind: 'unknown' };
  const of = isGarment || isHalf ? 'garment' : BODY.test(name) ? 'body' : 'unsaid';
  return { kind: 'zone', zone, of, ...(isHalf && { isHalf }), ...ends };
}

const strip = (words: string, pattern: RegExp): string => words.replaceAll(new RegExp(pattern, 'g'), '').replaceAll(/\s+/g, ' ').trim();

function keyWith<K extends string>(names: Readonly<Partial<Record<K, readonly string[]>>>, words: string): K | undefined {
  return (Object.keys(names) as K[]).find((key) => names[key]?.includes(words));
}

function plainWords(text: string): { words: string; unit: Unit | undefined } {
  const plain = text.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '').replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replaceAll(/["″”]/g, ' inch ').replaceAll(/[^a-z0-9]+/g, ' ').trim();
  const parts = plain.split(' ');
  const last = parts.at(-1);
  // "in" and "m" end no name of a measurement, so they are units wherever they stand last.
  const unit = parts.length > 1 ? unitOf(last) : undefined;
  return { words: unit ? parts.slice(0, -1).join(' ') : plain, unit };
}
