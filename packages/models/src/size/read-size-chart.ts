import type { BodyRange, BodyZone, GarmentFit, SizeChart, SizeRow } from '../contracts/index.ts';
import { ZONE_ORDER, ZONE_WEIGHTS } from './zone-weights.ts';

const FITS: readonly GarmentFit[] = ['slim', 'regular', 'loose'];
const SYSTEMS = ['eu', 'us', 'uk', 'vn'];
const LIMIT = { labelLength: 24, idLength: 64, rows: 40, bodyCm: 300, garmentCm: 400 };

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
  return isExactly(value, ['id', 'garmentType', 'fit', 'rows'])
    && isText(value['id'], LIMIT.idLength)
    && typeof value['garmentType'] === 'string' && Object.hasOwn(ZONE_WEIGHTS, value['garmentType'])
    && FITS.some((fit) => fit === value['fit'])
    && Array.isArray(value['rows']) && value['rows'].length >= 1 && value['rows'].length <= LIMIT.rows && value['rows'].every(isRow);
}

function isRow(value: unknown): value is SizeRow {
  return isExactly(value, ['label', 'body'], ['systems', 'garmentCm'])
    && isText(value['label'], LIMIT.labelLength)
    && isZoneRecord(value['body'], isRange)
    && (!('systems' in value) || isSystems(value['systems']))
    && (!('garmentCm' in value) || isZoneRecord(value['garmentCm'], (cm) => isLength(cm, LIMIT.garmentCm)));
}

// Systems that we do not know yet may stand beside those that we do.
function isSystems(value: unknown): boolean {
  return isObject(value) && SYSTEMS.every((system) => !Object.hasOwn(value, system) || typeof value[system] === 'string');
}

function isRange(value: unknown): value is BodyRange {
  return isExactly(value, ['minCm', 'maxCm']) && isLength(value['minCm'], LIMIT.bodyCm) && isLength(value['maxCm'], LIMIT.bodyCm);
}

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

// A schema counts characters as a reader does, not UTF-16 units.
const isText = (value: unknown, maxLength: number): boolean => typeof value === 'string' && value !== '' && Array.from(value).length <= maxLength;

const isLength = (value: unknown, maxCm: number): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= maxCm;
