// `name-1a2b3c4d5e.js`, also before `.br` and `.gz`: the bytes behind such a name never change.
const HASHED = /[-.][0-9a-f]{8,64}\.[a-z0-9.]+$/;

/** How long browsers and CDNs may keep a static file. */
export function cacheControlOf(fileName: string): string {
  return HASHED.test(fileName) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
