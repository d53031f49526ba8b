import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_VERSION, decodeRecord, encodeRecord } from './record-codec.ts';
import { bodyArbitrary } from './testing/body-arbitrary.ts';
import { sampleRecord } from './testing/sample-record.ts';

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const decode = (value: unknown): unknown => decodeRecord(bytesOf(value), RECORD_VERSION);

describe('the codec', () => {
  it('gives back every record, number for number', () => {
    fc.assert(fc.property(bodyArbitrary, fc.nat(), fc.string({ minLength: 1, maxLength: 32, unit: 'binary' }), (body, measuredAtMs, textVersion) => {
      const record = { body, measuredAtMs, consent: { textVersion, agreedAtMs: measuredAtMs } };
      expect(decodeRecord(encodeRecord(record), RECORD_VERSION)).toEqual(record);
    }));
  });

  it('writes whole blocks, so that their length tells nothing of an ordinary body', () => {
    const record = sampleRecord();
    const answers = { ...record, body: { source: 'answers', profile: { statureCm: 170 }, measurements: {} } } as const;
    expect(encodeRecord(record).length).toBe(8192);
    expect(encodeRecord(answers).length).toBe(8192);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeRecord(new Uint8Array(bytes), RECORD_VERSION)).toBeUndefined();
    }));
    fc.assert(fc.property(fc.json(), (json) => {
      expect(decode(json)).toBeUndefined();
    }));
  });

  it('refuses a record with any of its values replaced', () => {
    const paths = pathsOf(sampleRecord());
    fc.assert(fc.property(fc.constantFrom(...paths), fc.constantFrom(null, true, '', 'chest', -1e9, 1e300, [], {}), (path, value) => {
      const changed = structuredClone(sampleRecord());
      const last = path.at(-1) as string;
      const holder = path.slice(0, -1).reduce<Record<string, unknown>>((object, name) => object[name] as Record<string, unknown>, changed as unknown as Record<string, unknown>);
      // These are as good as what was there.
      fc.pre(!(last === 'textVersion' && value === 'chest') && !(last === 'measurements' && JSON.stringify(value) === '{}') && !(path.includes('names') && value === holder[last]));
      holder[last] = value;
      expect(decode(changed)).toBeUndefined();
    }), { numRuns: 2000 });
  });

  it('refuses fields that it does not know', () => {
    const record = sampleRecord();
    expect(decode(record)).toEqual(record);
    expect(decode({ ...record, name: 'An' })).toBeUndefined();
    expect(decode({ ...record, body: { ...record.body, face: 1 } })).toBeUndefined();
    expect(decode(JSON.stringify(record).replace('"statureCm"', '"__proto__":{},"statureCm"'))).toBeUndefined();
  });
});

describe('what cannot be of a body', () => {
  const { body } = sampleRecord();
  const names = ['chest', 'hip'];
  it.each([
    ['an interval beside its mean', { measurements: { chest: { meanCm: 90, p5Cm: 91, p95Cm: 95 } } }],
    ['an unknown measurement', { measurements: { chest: { meanCm: 90, p5Cm: 85, p95Cm: 95 }, smile: { meanCm: 9, p5Cm: 8, p95Cm: 10 } } }],
    ['a girth of 0', { measurements: { chest: { meanCm: 0, p5Cm: 0, p95Cm: 0 } } }],
    ['a name twice in the correlation', { correlation: { names: ['hip', 'hip'], matrix: [[1, 0], [0, 1]] } }],
    ['a lopsided correlation', { correlation: { names, matrix: [[1, 0.2], [0.3, 1]] } }],
    ['a diagonal that is not 1', { correlation: { names, matrix: [[0.9, 0], [0, 1]] } }],
    ['a row too few', { correlation: { names, matrix: [[1, 0]] } }],
    ['a column too many', { correlation: { names, matrix: [[1, 0, 0], [0, 1, 0]] } }],
    ['a list in the place of an object', { profile: [165] }],
  ])('%s', (_what, change) => {
    expect(decode({ ...sampleRecord(), body: { ...body, ...change } })).toBeUndefined();
  });
});

describe('versions', () => {
  it('reads what version 1 wrote', () => {
    const written = '{"body":{"source":"answers","profile":{"statureCm":165,"sex":"female"},"measurements":{"chest":{"meanCm":93.5,"p5Cm":90.25,"p95Cm":97}},'
      + '"correlation":{"names":["chest"],"matrix":[[1]]}},"measuredAtMs":1790000000000,"consent":{"textVersion":"keep-1","agreedAtMs":1790000000001}}   ';
    expect(decodeRecord(bytesOf(written), 1)).toEqual({
      body: {
        source: 'answers', profile: { statureCm: 165, sex: 'female' }, measurements: { chest: { meanCm: 93.5, p5Cm: 90.25, p95Cm: 97 } },
        correlation: { names: ['chest'], matrix: [[1]] },
      },
      measuredAtMs: 1_790_000_000_000, consent: { textVersion: 'keep-1', agreedAtMs: 1_790_000_000_001 },
    });
  });

  it('applies the migrations that are newer than the record, in order', () => {
    const record = sampleRecord();
    const migrations = [
      (older: unknown) => ({ ...(older as object), measuredAtMs: 5 }),
      (older: unknown) => ({ ...(older as { measuredAtMs: number }), measuredAtMs: 2 * (older as { measuredAtMs: number }).measuredAtMs }),
    ];
    expect(decodeRecord(encodeRecord(record), 1, migrations)?.measuredAtMs).toBe(10);
    expect(decodeRecord(encodeRecord(record), 2, migrations)?.measuredAtMs).toBe(2 * record.measuredAtMs);
    expect(decodeRecord(encodeRecord(record), 3, migrations)).toEqual(record);
    expect(decodeRecord(encodeRecord(record), 1, [() => { throw new TypeError('not that'); }])).toBeUndefined();
  });
});

/** Ways to every value in `value`. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]));
  return path.length === 0 ? below : [path, ...below];
}
