/** The part of JSON Schema that the contracts use. */
export interface JsonSchema {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array';
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  /** In code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly maxProperties?: number;
}

/**
 * Where a JSON value breaks its schema, as a JSON pointer (RFC 6901; the empty string is the whole), or undefined when it holds.
 * Judges as typebox does, which would cost 20 kB in the page. Properties are told before values of values.
 */
export function findFault(schema: JsonSchema, value: unknown, path = ''): string | undefined {
  if (schema.anyOf && !schema.anyOf.some((option) => findFault(option, value) === undefined)) return path;
  if (schema.enum && !schema.enum.some((option) => option === value)) return path;
  if (schema.const !== undefined && schema.const !== value) return path;
  if (schema.type && !TYPE_CHECKS[schema.type](value)) return path;
  if (typeof value === 'string') return isTextOf(schema, value) ? undefined : path;
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity) ? undefined : path;
  if (Array.isArray(value)) return listFault(schema, value, path);
  return isRecord(value) ? recordFault(schema, value, path) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPE_CHECKS: Record<NonNullable<JsonSchema['type']>, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  object: isRecord,
  array: Array.isArray,
};

function isTextOf({ minLength = 0, maxLength = Infinity, pattern }: JsonSchema, text: string): boolean {
  // Counted only where the number of code units leaves it open: a code point has one or two.
  const length = text.length > maxLength || text.length < 2 * minLength ? codePoints(text) : text.length;
  return length >= minLength && length <= maxLength && (pattern === undefined || expressionOf(pattern).test(text));
}

function codePoints(text: string): number {
  let count = 0;
  for (const _point of text) count++;
  return count;
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const expression = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, expression);
  return expression;
}

function listFault({ items, minItems = 0, maxItems = Infinity }: JsonSchema, list: readonly unknown[], path: string): string | undefined {
  if (list.length < minItems || list.length > maxItems) return path;
  return items && firstFault(list.entries(), path, (_key, value, at) => findFault(items, value, at));
}

function recordFault(schema: JsonSchema, record: Readonly<Record<string, unknown>>, path: string): string | undefined {
  const { required = [], maxProperties = Infinity } = schema;
  const missing = required.find((name) => !Object.hasOwn(record, name));
  if (missing !== undefined) return pointer(path, missing);
  const entries = Object.entries(record);
  if (entries.length > maxProperties) return path;
  return firstFault(entries, path, (name, value, at) => {
    const schemas = schemasOf(schema, name);
    if (schemas.length === 0) return schema.additionalProperties === false ? at : undefined;
    return schemas.map((each) => findFault(each, value, at)).find((fault) => fault !== undefined);
  });
}

function schemasOf({ properties = {}, patternProperties = {} }: JsonSchema, name: string): JsonSchema[] {
  const named = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const matching = Object.entries(patternProperties).filter(([pattern]) => expressionOf(pattern).test(name)).map(([, schema]) => schema);
  return named ? [named, ...matching] : matching;
}

function firstFault<K extends string | number>(entries: Iterable<[K, unknown]>, path: string, find: (key: K, value: unknown, at: string) => string | undefined): string | undefined {
  for (const [key, value] of entries) {
    const fault = find(key, value, pointer(path, key));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const pointer = (path: string, key: string | number): string => `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
