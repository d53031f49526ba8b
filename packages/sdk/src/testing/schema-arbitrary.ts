import fc from 'fast-check';
import type { JsonSchema } from '../find-fault.ts';

/** Values that a schema of the contracts allows. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  switch (schema.type) {
    case 'string': return textsOf(schema);
    case 'integer': return fc.integer({ min: schema.minimum, max: schema.maximum === undefined ? undefined : Math.min(schema.maximum, 2 ** 31 - 1) });
    case 'number': return fc.double({ min: schema.minimum, max: schema.maximum, noNaN: true, noDefaultInfinity: true });
    case 'boolean': return fc.boolean();
    case 'array': return fc.array(valuesOf(schema.items ?? {}), { minLength: schema.minItems, maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case 'object': return recordsOf(schema);
    default: return fc.constant(null);
  }
}

function textsOf({ pattern, minLength = 0, maxLength = 30 }: JsonSchema): fc.Arbitrary<string> {
  const isFree = pattern === undefined || pattern.includes('u0000');
  // Beyond the first plane too: a code point may have two code units.
  if (isFree) return fc.string({ unit: 'binary', minLength, maxLength }).map((text) => text.replace(/\p{Cc}/gu, ' ')).filter((text) => pattern === undefined || new RegExp(pattern, 'u').test(text));
  return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length >= minLength);
}

function recordsOf({ properties = {}, patternProperties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const named = fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema)])), { requiredKeys: [...required] });
  const [pattern] = Object.entries(patternProperties);
  return pattern ? fc.dictionary(textsOf({ pattern: pattern[0], minLength: 1 }), valuesOf(pattern[1]), { maxKeys: 20 }) : named;
}

/** `value` with something in it replaced, taken away or added. */
export function spoil(value: unknown): fc.Arbitrary<unknown> {
  const whole = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('x'.repeat(250), '\u0000', '\ud83d\ude00'.repeat(101), -1, 1.5, 2 ** 53, null));
  if (typeof value !== 'object' || value === null) return whole;
  const keys = Object.keys(value);
  const copy = (change: (fresh: Record<string, unknown>) => void): unknown => {
    const fresh = structuredClone(value) as Record<string, unknown>;
    change(fresh);
    return fresh;
  };
  const changes = [whole, fc.tuple(fc.constantFrom('extra', '__proto__', 'constructor', 'A1', ''), whole).map(([key, added]) => copy((fresh) => Object.defineProperty(fresh, key, { value: added, enumerable: true })))];
  if (keys.length === 0) return fc.oneof(...changes);
  const inside = fc.constantFrom(...keys).chain((key) => spoil((value as Record<string, unknown>)[key]).map((changed) => copy((fresh) => { fresh[key] = changed; })));
  const without = fc.constantFrom(...keys).map((key) => (Array.isArray(value) ? value.filter((_, index) => String(index) !== key) : copy((fresh) => { delete fresh[key]; })));
  return fc.oneof({ weight: 3, arbitrary: inside }, without, ...changes);
}
