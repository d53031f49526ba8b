import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelimited } from './parse-delimited.ts';

const texts = (text: string): unknown => {
  const parsed = parseDelimited(text);
  return parsed.status === 'read' ? parsed.records.map((record) => record.map((cell) => cell.text)) : parsed;
};

describe('parseDelimited', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
    ['semicolons, with a decimal comma inside', 'a;b\r\n1,5;2\r\n', [['a', 'b'], ['1,5', '2']]],
    ['tabs', 'a\tb\r1\t', [['a', 'b'], ['1', '']]],
    ['a byte order mark, spaces and empty lines', '\uFEFF a , b \n\n,,\n1,2', [['a', 'b'], ['1', '2']]],
    ['quotes', '"a,""b""\nc",d\n"",e', [['a,"b"\nc', 'd'], ['', 'e']]],
    ['text behind a closing quote', '"a"b,c', [['ab', 'c']]],
    ['one column', 'Size\nM\n', [['Size'], ['M']]],
    ['nothing', '', []],
  ])('reads %s', (_what, text, records) => {
    expect(texts(text)).toEqual(records);
  });

  it('knows where each cell stands, also behind a cell of two lines', () => {
    const parsed = parseDelimited('a,b\n"x\ny",2\n3,4');
    expect(parsed.status === 'read' && parsed.records.map((record) => record.map(({ line, column }) => [line, column]))).toEqual([[[1, 1], [1, 2]], [[2, 1], [3, 2]], [[4, 1], [4, 2]]]);
  });

  it('tells where a quote stays open', () => {
    expect(parseDelimited('a,b\n1,"2\n3')).toEqual({ status: 'quote-open', line: 2, column: 2 });
  });

  it('gives back what was written by the rules, and never throws', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', 'é', ' '), minLength: 1, maxLength: 6 }).map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (table) => {
      const records = [['x', 'y'], ...table];
      const text = records.map((record) => record.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(texts(text)).toEqual(records);
    }));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', ';'), maxLength: 40 }), (text) => {
      expect(['read', 'quote-open']).toContain(parseDelimited(text).status);
    }), { numRuns: 500 });
  });
});
