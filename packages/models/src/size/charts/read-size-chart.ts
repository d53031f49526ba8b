import type { BodyRange, BodyZone, GarmentFit, SizeChart, SizeRow } from '../../contracts/index.ts';
import { ZONE_ORDER, isGarmentType } from '../garments/zone-weights.ts';

const FITS: readonly GarmentFit[] = ['slim', 'regular', 'loose'];
const SYSTEMS = ['eu', 'us', 'uk', 'vn', 'jp', 'kr', 'cn'];
const LIMIT = { labelLength: 24, idLength: 64, rows: 120, bodyCm: 300, garmentCm: 400, massKg: 400 };

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/**
 * The value as a size chart, undefined when it is none. Says the same as the schema `SizeChart`:
 * a general validator would cost a browser 39 kB, these lines one.
 */
export function readSizeChart(value: unknown): SizeChart | undefined {
  return isChart(value) ? value : undefined;
}

function isChart(value: unknown): value is SizeChart {
  return isExactly(value, ['id', 'garmentType', 'fit', 'rows'], ['stretch', 'wearer', 'bodyFrom'])
    && isText(value['id'], LIMIT.idLength)
    && isGarmentType(value['garmentType'])
    && FITS.some((fit) => fit === value['fit'])
    && isOneOf(value, 'stretch', ['none', 'some', 'high']) && isOneOf(value, 'wearer', ['adult', 'child']) && isOneOf(value, 'bodyFrom', ['chart', 'garment'])
    && Array.isArray(value['rows']) && value['rows'].length >= 1 && value['rows'].length <= LIMIT.rows && value['rows'].every(isRow);
}

function isRow(value: unknown): value is SizeRow {
  return isExactly(value, ['label', 'body'], ['systems', 'mass', 'garmentCm', 'grid'])
    && isLabel(value['label'])
    && isZoneRecord(value['body'], isRange)
    && (!('systems' in value) || isSystems(value['systems']))
    && (!('mass' in value) || isMass(value['mass']))
    && (!('garmentCm' in value) || isZoneRecord(value['garmentCm'], (cm) => isBetween(cm, LIMIT.garmentCm)))
    && (!('grid' in value) || isZoneRecord(value['grid'], isLabel));
}

// Systems that we do not know yet may stand beside those that we do.
function isSystems(value: unknown): boolean {
  return isObject(value) && SYSTEMS.every((system) => !Object.hasOwn(value, system) || typeof value[system] === 'string');
}

function isRange(value: unknown): value is BodyRange {
  return isExactly(value, ['minCm', 'maxCm']) && isBetween(value['minCm'], LIMIT.bodyCm) && isBetween(value['maxCm'], LIMIT.bodyCm);
}

function isMass(value: unknown): boolean {
  return isExactly(value, ['minKg', 'maxKg']) && isBetween(value['minKg'], LIMIT.massKg) && isBetween(value['maxKg'], LIMIT.massKg);
}

const isOneOf = (value: Json, key: string, words: readonly string[]): boolean => !(key in value) || words.some((word) => word === value[key]);

const isZoneRecord = (value: unknown, check: Check): value is Readonly<Partial<Record<BodyZone, unknown>>> => isRecordOf(value, ZONE_ORDER, check);

function isRecordOf(value: unknown, names: readonly string[], check: Check): boolean {
  return isExactly(value, [], names) && Object.values(value).every(check);
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with all the required keys and no keys but the named ones. */
function isExactly(value: unknown, required: readonly string[], optional: readonly string[] = []): value is Json {
  if (!isObject(value)) return false;
  return required.every((key) => Object.hasOwn(value, key)) && Object.keys(value).every((key) => required.includes(key) || optional.includes(key));
}

const isLabel = (value: unknown): boolean => isText(value, LIMIT.labelLength);

// A schema counts characters as a reader does, not UTF-16 units.
const isText = (value: unknown, maxLength: number): boolean => typeof value === 'string' && value !== '' && Array.from(value).length <= maxLength;

const isBetween = (value: unknown, max: number): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= max;
