import type { LookedPicture } from './looked-picture.ts';
import type { PictureRepository } from './picture-repository.ts';

/** What was seen, as long as the process lives. */
export function createMemoryPictures(): PictureRepository {
  const places = new Map<string, Map<string, LookedPicture>>();
  const picturesAt = (tenantId: string, source: string): Map<string, LookedPicture> => {
    const key = JSON.stringify([tenantId, source]);
    const pictures = places.get(key) ?? new Map<string, LookedPicture>();
    places.set(key, pictures);
    return pictures;
  };
  return {
    save: async (tenantId, source, pictures) => {
      for (const picture of pictures) picturesAt(tenantId, source).set(picture.postId, structuredClone(picture));
    },
    list: async (tenantId, source, fromMs) => [...picturesAt(tenantId, source).values()].filter(({ postedMs }) => postedMs >= fromMs)
      .toSorted((one, other) => one.postedMs - other.postedMs || (one.postId < other.postId ? -1 : 1)),
  };
}
