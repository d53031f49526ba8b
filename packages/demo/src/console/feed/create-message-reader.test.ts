import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMessageReader } from './create-message-reader.ts';

const readAll = (pieces: readonly string[]): readonly string[] => pieces.flatMap(createMessageReader());

it('reads messages, and passes over heartbeats and other fields', () => {
  expect(readAll([':\n\n', 'id: 1\ndata: {"a":1}\n\n:\n\nevent: x\ndata:two\ndata: lines\n\n', 'data: not yet'])).toEqual(['{"a":1}', 'two\nlines']);
});

it('reads the same however the stream is cut', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ':', ' ', '{', 'đ') });
  fc.assert(fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(60)), (lines, end, cuts) => {
    const text = lines.map((data) => `id: 1${end}data: ${data}${end}${end}`).join('');
    const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other), text.length];
    const pieces = places.slice(1).map((to, at) => text.slice(places[at], to));
    expect(readAll(pieces)).toEqual(lines);
  }));
});
