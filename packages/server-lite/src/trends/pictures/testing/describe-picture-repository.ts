import { beforeEach, describe, expect, it } from 'vitest';
import type { LookedPicture } from '../looked-picture.ts';
import type { PictureRepository } from '../picture-repository.ts';

const pictureOf = (postId: string, rest: Partial<LookedPicture> = {}): LookedPicture => ({ postId, postedMs: 100, lookedMs: 200, tries: 1, outcome: 'tagged', colours: [{ attribute: 'colour:red', share: 0.75 }, { attribute: 'colour:blue', share: 0.25 }], ...rest });

/** What every repository of what was seen in pictures must do. */
export const describePictureRepository = (name: string, open: () => Promise<PictureRepository>): void => void describe(`${name} trend pictures`, () => {
  let pictures = {} as PictureRepository;
  beforeEach(async () => { pictures = await open(); });

  it('come back as they were seen, by time and id, from a moment on', async () => {
    const [early, late] = [pictureOf('3', { postedMs: 99 }), [pictureOf('1'), pictureOf('2', { outcome: 'unreachable', colours: [] })]];
    await pictures.save('a', 'instagram', [late[1] ?? early, early, late[0] ?? early]);
    expect(await pictures.list('a', 'instagram', 0)).toEqual([early, ...late]);
    expect(await pictures.list('a', 'instagram', 100)).toEqual(late);
  });

  it('belong to one shop and source', async () => {
    await pictures.save('a', 'instagram', [pictureOf('1')]);
    expect([await pictures.list('b', 'instagram', 0), await pictures.list('a', 'pinterest', 0)]).toEqual([[], []]);
  });

  it('take the place of what was seen before', async () => {
    await pictures.save('a', 'instagram', [pictureOf('1', { outcome: 'unreachable', colours: [] })]);
    await pictures.save('a', 'instagram', [pictureOf('1', { tries: 2, lookedMs: 300 })]);
    await pictures.save('a', 'instagram', []);
    expect(await pictures.list('a', 'instagram', 0)).toEqual([pictureOf('1', { tries: 2, lookedMs: 300 })]);
  });
});
