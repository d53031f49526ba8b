import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ConsentRecord, EVENT_DATA, EventEnvelope } from '@vua/models/contracts';
import type { TSchema } from 'typebox';
import { type JsonSchema, findFault } from './find-fault.ts';
import { spoil, valuesOf } from './testing/schema-arbitrary.ts';

const SCHEMAS = Object.entries({ ...EVENT_DATA, EventEnvelope, ConsentRecord }) as [string, TSchema][];
const UNDERSTOOD = new Set(['type', 'const', 'enum', 'anyOf', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'items', 'minItems', 'maxItems', 'required', 'properties', 'patternProperties', 'additionalProperties', 'maxProperties']);

describe.each(SCHEMAS)('%s', (_name, schema) => {
  const json = schema as unknown as JsonSchema;

  it('takes what typebox takes', () => {
    fc.assert(fc.property(valuesOf(json), (value) => {
      expect(Check(schema, value)).toBe(true);
      expect(findFault(json, value)).toBe(undefined);
    }), { numRuns: 40 });
  });

  it('refuses what typebox refuses', () => {
    fc.assert(fc.property(valuesOf(json).chain(spoil), (value) => {
      expect(findFault(json, value) === undefined).toBe(Check(schema, value));
    }), { numRuns: 100 });
  });

  it('uses no word of JSON Schema that is not understood', () => {
    expect([...wordsOf(json)].filter((word) => !UNDERSTOOD.has(word))).toEqual([]);
  });
});

/** Keywords of a schema and of those inside it; names of properties are none. */
function wordsOf(schema: JsonSchema): Set<string> {
  const { properties = {}, patternProperties = {}, items, anyOf = [] } = schema;
  const inner = [...Object.values(properties), ...Object.values(patternProperties), ...anyOf, ...(items ? [items] : [])];
  return new Set([...Object.keys(schema), ...inner.flatMap((each) => [...wordsOf(each)])]);
}

it.each([
  ['a missing property', { items: [{}] }, '/items/0/itemId'],
  ['a value of a list', { items: [{ itemId: 'a' }, { itemId: 7 }] }, '/items/1/itemId'],
  ['a property too much', { items: [{ itemId: 'a' }], 'a/b~c': 1 }, '/a~1b~0c'],
  ['the whole', [], ''],
  ['a property of a prototype', Object.create({ items: [] }), '/items'],
])('says where: %s', (_what, value, path) => {
  expect(findFault(EVENT_DATA.add_to_cart as unknown as JsonSchema, value)).toBe(path);
});
