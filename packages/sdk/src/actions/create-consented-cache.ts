import type { ModelCache } from './model-cache.ts';

/** Uses the device while the shopper allows that something is kept there, else the page: who never agreed gets no database. */
export function createConsentedCache(mayKeep: () => boolean, device: ModelCache, page: ModelCache): ModelCache {
  const now = (): ModelCache => (mayKeep() ? device : page);
  return {
    readActive: () => now().readActive(),
    activate: (model) => now().activate(model),
    readFile: (sha256) => now().readFile(sha256),
    writeFile: (sha256, bytes) => now().writeFile(sha256, bytes),
    clear: async () => (await Promise.all([device.clear(), page.clear()])).every((isDone) => isDone),
    close: () => device.close(),
  };
}
