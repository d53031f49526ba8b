import { TREND_VOCABULARY, attributesOfCaption } from '@vua/models/trend';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryVocabularies } from './memory-vocabularies.ts';
import { createShopVocabularies, type ShopVocabularies } from './shop-vocabularies.ts';
import type { VocabularyRepository } from './vocabulary-repository.ts';

const HEMP = { id: 'fabric:hemp', label: { vi: 'sợi gai dầu', en: 'hemp' } };
const JUTE = { id: 'fabric:jute', label: { vi: 'sợi đay', en: 'jute' } };

let repository: VocabularyRepository;
let vocabularies: ShopVocabularies;
beforeEach(() => {
  repository = createMemoryVocabularies();
  vocabularies = createShopVocabularies({ repository });
});

const told = async (caption: string, tenantId = 'shop'): Promise<readonly string[]> => [...attributesOfCaption(caption, await vocabularies.of(tenantId))];

describe('the words of a shop', () => {
  it('are the built-in ones until it adds some, and again when it has taken them back', async () => {
    expect(await vocabularies.of('shop')).toBe(TREND_VOCABULARY);
    await vocabularies.save('shop', { attributes: [HEMP] });
    expect([await told('hemp shirt'), await told('hemp shirt', 'other')]).toEqual([['fabric:hemp', 'garment:shirt'], ['garment:shirt']]);
    await vocabularies.save('shop', { attributes: [], silent: [] });
    expect(await vocabularies.of('shop')).toBe(TREND_VOCABULARY);
  });

  it('are one object while they stay the same, and follow what another process has saved', async () => {
    await vocabularies.save('shop', { attributes: [HEMP] });
    const known = await vocabularies.of('shop');
    expect(await vocabularies.of('shop')).toBe(known);
    await repository.save('shop', { attributes: [HEMP, JUTE] });
    expect(await told('hemp and jute')).toEqual(['fabric:hemp', 'fabric:jute']);
  });

  it('are held of a bounded number of shops, of those the ones that were asked for last', async () => {
    for (let shop = 0; shop < 51; shop += 1) await vocabularies.save(`shop-${shop}`, { attributes: [HEMP] });
    const [first, second] = [await vocabularies.of('shop-0'), await vocabularies.of('shop-1')];
    for (let shop = 2; shop < 50; shop += 1) await vocabularies.of(`shop-${shop}`);
    expect(await vocabularies.of('shop-0')).toBe(first);
    await vocabularies.of('shop-50');
    expect(await vocabularies.of('shop-0')).toBe(first);
    expect(await vocabularies.of('shop-1')).not.toBe(second);
  });

  it('stay as they were where one is wrong', async () => {
    await vocabularies.save('shop', { attributes: [HEMP] });
    expect(await vocabularies.save('shop', { attributes: [JUTE, { ...HEMP, vi: ['lụa'] }] })).toEqual({ status: 'refused', problems: [{ code: 'taken-phrase', path: '/attributes/1/vi/0', phrase: 'lụa', by: 'fabric:silk' }] });
    expect(await vocabularies.extension('shop')).toEqual({ attributes: [HEMP] });
  });

  it('give way to those that a newer server has itself, the others stay', async () => {
    await repository.save('shop', { attributes: [{ id: 'fabric:satin-silk', label: { vi: 'lụa', en: 'soft silk' } }, HEMP], silent: ['hemp club'] });
    expect([await told('áo lụa'), await told('hemp shirt'), await told('hemp club')]).toEqual([['fabric:silk'], ['fabric:hemp', 'garment:shirt'], []]);
    await repository.save('shop', { attributes: [], silent: ['!!'] });
    expect(await vocabularies.of('shop')).toBe(TREND_VOCABULARY);
  });
});
