import { beforeEach, describe, expect, it } from 'vitest';
import type { VocabularyExtension } from '@vua/models/contracts';
import type { VocabularyRepository } from '../vocabulary-repository.ts';

const extensionOf = (name: string): VocabularyExtension => ({ attributes: [{ id: `colour:${name}`, label: { vi: `màu "${name}"';--`, en: name }, weak: ['xanh ngọc'], swatch: '#0a8f7c' }], silent: ['đèn xanh'] });

/** What every repository of shops' words must do. */
export const describeVocabularyRepository = (name: string, open: () => Promise<VocabularyRepository>): void => void describe(`${name} words of shops`, () => {
  let repository: VocabularyRepository;
  beforeEach(async () => { repository = await open(); });

  it('are none at first', async () => {
    expect(await repository.find('a')).toBeUndefined();
  });

  it('come back as they were saved, of each shop its own', async () => {
    await repository.save('a', extensionOf('jade'));
    await repository.save('b', extensionOf('teal'));
    expect([await repository.find('a'), await repository.find('b'), await repository.find('c')]).toEqual([extensionOf('jade'), extensionOf('teal'), undefined]);
  });

  it('are replaced whole', async () => {
    await repository.save('a', extensionOf('jade'));
    await repository.save('a', { attributes: [] });
    expect(await repository.find('a')).toEqual({ attributes: [] });
  });
});
