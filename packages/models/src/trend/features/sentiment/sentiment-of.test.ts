import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentimentOf } from '../../index.ts';

const tone = (text: string): number => sentimentOf(text) ?? 0;

describe('how a text sounds', () => {
  it('is null where nothing tells', () => {
    expect(sentimentOf('')).toBeNull();
    expect(sentimentOf('Áo sơ mi trắng, size M')).toBeNull();
  });

  it.each(['Váy đẹp', 'Ưng cái bụng', 'love it', '😍', 'Không chê vào đâu được', 'không nhăn không xù', 'no regrets', 'Chưa thấy cái nào đẹp như vậy', 'ĐẸP XỈU'])('praises: %s', (text) => expect(tone(text)).toBeGreaterThan(0.25));

  it.each(['Váy xấu', 'không đẹp', 'chẳng thích', 'not good', "I don't like it", 'Đừng mua', 'thất vọng', 'Great 🙄', '😡', 'Áo đẹp nhưng quá tệ, thất vọng'])('blames: %s', (text) => expect(tone(text)).toBeLessThan(-0.25));

  it('weighs degrees and drawn-out letters', () => {
    expect(tone('rất đẹp')).toBeGreaterThan(tone('đẹp'));
    expect(tone('đẹp lắm')).toBeGreaterThan(tone('đẹp'));
    expect(tone('hơi chật')).toBeGreaterThan(tone('chật'));
    expect(tone('very good')).toBeGreaterThan(tone('good'));
    expect(tone('đẹppppp')).toBe(tone('đẹp'));
    expect(tone('đẹp quáaaa')).toBe(tone('đẹp quá'));
  });

  it('ends a negation with its sentence', () => expect(tone('Không. Đẹp mà')).toBeGreaterThan(0));

  it('counts what comes after "but" more', () => {
    expect(tone('xấu nhưng đẹp')).toBeGreaterThan(0);
    expect(tone('pretty but awful')).toBeLessThan(0);
  });

  it('stays between -1 and 1', () => {
    const words = fc.constantFrom('đẹp', 'không', 'xấu', 'rất', 'nhưng', '😍', '🙄', 'great', 'not', '.', 'lắm', 'áo');
    fc.assert(fc.property(fc.array(words, { maxLength: 200 }), (parts) => {
      const value = sentimentOf(parts.join(' '));
      expect(value === null || (value >= -1 && value <= 1)).toBe(true);
    }));
  });
});
