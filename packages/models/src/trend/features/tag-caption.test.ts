import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TREND_VOCABULARY, attributesOfCaption, tagCaption } from '../index.ts';

const tags = (caption: string): string[] => [...attributesOfCaption(caption)].sort();

describe('tags of a caption', () => {
  it.each([
    ['Áo dài lụa đỏ đô thêu hoa sen', ['colour:burgundy', 'fabric:silk', 'garment:ao-dai', 'pattern:embroidery']],
    ['wide-leg linen trousers in cream', ['colour:cream', 'fabric:linen', 'garment:trousers', 'silhouette:wide-leg']],
    ['Two T-shirts and a pair of Chelsea boots', ['garment:boots', 'garment:tee']],
    ['vay hoa nhi, quan ong rong', ['garment:dress', 'garment:trousers', 'pattern:ditsy', 'silhouette:wide-leg']],
    ['#aodaicachtan #linenshirt #VáyHoaNhí', ['fabric:linen', 'garment:ao-dai', 'garment:dress', 'garment:shirt', 'pattern:ditsy']],
    ['áo dài🌸đỏ', ['colour:red', 'garment:ao-dai']],
  ])('%s', (caption, expected) => expect(tags(caption)).toEqual(expected));

  it('has a word of its own for each attribute, in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      const labels = TREND_VOCABULARY.attributes.map(({ label }) => label[language]);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.filter((label) => !/^[\p{Ll}\p{N}][\p{L}\p{N} -]*$/u.test(label))).toEqual([]);
    }
  });

  it('lets the longest phrase win', () => {
    expect(tags('đầm màu đỏ đô')).toEqual(['colour:burgundy', 'garment:dress']);
    expect(tags('chân váy ngắn')).toEqual(['garment:skirt', 'silhouette:mini']);
  });

  it.each([
    ['a rose is not pink', 'áo tặng kèm hoa hồng', []], ['pink beside a garment is', 'áo dài hồng', ['colour:pink', 'garment:ao-dai']], ['a name is not pink', 'Áo này hợp chị Hồng', []],
    ['juice', 'orange juice', []], ['orange beside a garment', 'orange dress', ['colour:orange', 'garment:dress']], ['a promise', 'Áo cam kết chính hãng', []],
    ['xanh alone is neither blue nor green', 'áo len xanh', ['garment:sweater']], ['skin', 'áo tôn làn da', []], ['leather', 'áo khoác da', ['fabric:leather', 'garment:jacket']],
    ['lipstick', 'nude lipstick with this dress', ['garment:dress']], ['heels', 'nude heels', ['colour:nude', 'garment:heels']],
    ['khaki is a colour in English', 'khaki shorts', ['colour:khaki', 'garment:shorts']], ['and a fabric in Vietnamese', 'quần kaki', ['fabric:twill', 'garment:trousers']],
  ])('of words with two meanings: %s', (_what, caption, expected) => expect(tags(caption)).toEqual(expected));

  it('counts no colour where nothing is worn', () => {
    expect(tags('White noise, red light, black holes')).toEqual([]);
    expect(tags('#black #white')).toEqual([]);
  });

  it('takes a hashtag only as a whole', () => {
    expect(tags('#redbull #bluelagoon #aodaix')).toEqual([]);
    expect(tags(`#${'aodai'.repeat(500)}`)).toEqual([]);
  });

  it.each([
    ['#aokhoacda', ['fabric:leather', 'garment:jacket']], ['#aoda', ['fabric:leather']], ['#vayda', ['fabric:leather', 'garment:dress']], ['ao khoac da', ['fabric:leather', 'garment:jacket']], ['#tuidabo', ['fabric:leather']],
    ['#áokhoácdạ', ['fabric:wool', 'garment:coat']], ['áo khoác dạ', ['fabric:wool', 'garment:coat']], ['#vaydahoi', ['garment:dress']], ['#datweed', ['fabric:tweed']],
  ])('reads leather before wool where the dot of dạ is not written: %s', (caption, expected) => expect(tags(caption)).toEqual(expected));

  it('does not count what is denied', () => expect(tags('Váy không phải linen')).toEqual(['garment:dress']));

  it('keeps phrases inside a sentence', () => expect(tags('Mua áo. Dài tay nha')).toEqual(['silhouette:long-sleeve']));

  it('says where, in the text as it came', () => {
    const caption = 'Ðẹp 😍 áo dài'.normalize('NFD');
    const [found] = tagCaption(caption);
    expect(caption.slice(found?.start, found?.end).normalize('NFC')).toBe('áo dài');
  });

  it('reads composed and decomposed letters and both places of a tone mark alike', () => {
    const samples = ['Đầm hoạ tiết chấm bi', 'đầm họa tiết chấm bi', 'Quần ống rộng màu kem', '#VáyHoaNhí'];
    for (const sample of samples) expect(tags(sample.normalize('NFD'))).toEqual(tags(sample.normalize('NFC')));
    expect(tags(samples[0] ?? '')).toEqual(tags(samples[1] ?? ''));
  });

  it('reads the first 10,000 characters', () => {
    expect(tags(`${'x '.repeat(4990)}áo dài`)).toEqual(['garment:ao-dai']);
    expect(tags(`${'x '.repeat(5000)}áo dài`)).toEqual([]);
  });

  it('finds places inside any text', () => {
    const words = fc.constantFrom('áo', 'dài', 'đỏ', 'linen', '#aodai', '.', ' ', '😍', 'x', '\n', 'hồng', 'không phải', '＃váy', '\u0301');
    fc.assert(fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const caption = parts.join('');
      for (const { start, end } of tagCaption(caption)) expect(start >= 0 && end > start && end <= caption.length).toBe(true);
    }));
  });
});

describe('the vocabulary', () => {
  it('has 150 attributes or more in two languages, each with an id of its own', () => {
    const ids = TREND_VOCABULARY.attributes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(150);
    expect(TREND_VOCABULARY.attributes.every(({ label }) => label.vi !== '' && label.en !== '')).toBe(true);
  });

  it('gives every colour a swatch, but for those that pixels cannot tell', () => {
    expect(TREND_VOCABULARY.attributes.filter(({ kind, swatch }) => kind === 'colour' && swatch === undefined).map(({ id }) => id)).toEqual(['colour:khaki', 'colour:gold', 'colour:silver', 'colour:nude']);
  });

  it('finds each phrase for its attribute', () => {
    const lost = TREND_VOCABULARY.attributes.flatMap(({ id, phrases }) => [...phrases.vi, ...phrases.en].filter((phrase) => !attributesOfCaption(`outfit: ${phrase}`).has(id)).map((phrase) => `${id} ${phrase}`));
    expect(lost).toEqual([]);
  });
});
