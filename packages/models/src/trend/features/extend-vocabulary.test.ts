import { describe, expect, it } from 'vitest';
import { TREND_VOCABULARY, attributesOfCaption, extendVocabulary } from '../index.ts';

const HEMP = { id: 'fabric:hemp', label: { vi: 'vải gai', en: 'hemp' }, vi: ['sợi gai dầu'] };

function extended(extension: unknown) {
  const reading = extendVocabulary(extension);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.vocabulary;
}

const problems = (extension: unknown): unknown => {
  const reading = extendVocabulary(extension);
  return reading.status === 'refused' ? reading.problems : [];
};

describe('a vocabulary that a shop extends', () => {
  it('knows its attributes in both languages, with and without diacritics', () => {
    const vocabulary = extended({ attributes: [HEMP] });
    for (const caption of ['áo vải gai', 'ao vai gai', 'hemp shirt', '#soigaidau']) expect(attributesOfCaption(caption, vocabulary).has('fabric:hemp')).toBe(true);
    expect(attributesOfCaption('hemp shirt').has('fabric:hemp')).toBe(false);
  });

  it('joins phrases to an attribute that is there, and silences others', () => {
    const vocabulary = extended({ attributes: [{ id: 'fabric:linen', label: { vi: 'vải lanh', en: 'linen' }, vi: ['lanh Bỉ'] }], silent: ['linen club'] });
    expect(attributesOfCaption('lanh Bỉ', vocabulary)).toEqual(new Set(['fabric:linen']));
    expect(attributesOfCaption('vải linen', vocabulary)).toEqual(new Set(['fabric:linen']));
    expect(attributesOfCaption('linen club', vocabulary)).toEqual(new Set());
    expect(vocabulary.attributes).toHaveLength(TREND_VOCABULARY.attributes.length);
  });

  it('knows the longest of many phrases that begin alike', () => {
    const vocabulary = extended({ attributes: Array.from({ length: 30 }, (_, k) => ({ id: `fabric:f${k}`, label: { vi: `sợi kiểu ${'rất '.repeat(k % 5)}${k}`, en: `fibre ${k}` } })) });
    expect(attributesOfCaption('sợi kiểu rất rất rất 13, soi kieu 20', vocabulary)).toEqual(new Set(['fabric:f13', 'fabric:f20']));
    expect(attributesOfCaption('sợi kiểu rất 13', vocabulary)).toEqual(new Set());
  });

  it('refuses a wrong shape with the place', () => {
    expect(problems({ attributes: [{ ...HEMP, id: 'cloth:hemp' }] })).toEqual([{ code: 'wrong-shape', path: '/attributes/0/id', rule: 'pattern' }]);
    expect(problems(undefined)).toEqual([{ code: 'wrong-shape', path: '', rule: 'type' }]);
  });

  it('refuses the whole for one wrong entry', () => {
    expect(problems({ attributes: [HEMP, HEMP] })).toMatchObject([{ code: 'duplicate-attribute', path: '/attributes/1' }]);
    expect(problems({ attributes: [{ ...HEMP, vi: ['lụa'] }] })).toEqual([{ code: 'taken-phrase', path: '/attributes/0/vi/0', phrase: 'lụa', by: 'fabric:silk' }]);
    expect(problems({ attributes: [HEMP, { id: 'fabric:jute', label: { vi: 'đay', en: 'hemp' } }] })).toEqual([{ code: 'taken-phrase', path: '/attributes/1/label/en', phrase: 'hemp', by: 'fabric:hemp' }]);
    expect(problems({ attributes: [{ ...HEMP, en: ['!!'] }] })).toEqual([{ code: 'empty-phrase', path: '/attributes/0/en/0', phrase: '!!' }]);
    expect(problems({ attributes: [{ ...HEMP, swatch: '#aabbcc' }] })).toEqual([{ code: 'swatch-without-colour', path: '/attributes/0/swatch' }]);
  });

  it('is bounded, however its phrases are spread', () => {
    const attributes = Array.from({ length: 40 }, (_, k) => ({ id: `fabric:f${k}`, label: { vi: `sợi ${k}`, en: `fibre ${k}` }, en: Array.from({ length: 48 }, (_none, n) => `fibre ${k} ${n}`) }));
    expect(extended({ attributes }).attributes).toHaveLength(TREND_VOCABULARY.attributes.length + 40);
    expect(problems({ attributes, silent: ['one more'] })).toEqual([{ code: 'too-many-phrases', path: '' }]);
  });
});
