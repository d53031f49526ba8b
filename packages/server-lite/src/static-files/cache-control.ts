// Rollup's `name-Bx3_k9Qa.js` and our `name-1a2b3c4d.bin`, also with `.br` or `.gz` behind: the bytes of such a name never change.
// A capital or a digit tells eight characters of a hash from a word.
const HASHED = /[-.](?=[\w-]*[\dA-Z])(?:[\w-]{8}|[\da-f]{9,64})\.[a-z\d.]+$/;

/** How long browsers and CDNs may keep a static file. */
export function cacheControlOf(fileName: string): string {
  return HASHED.test(fileName) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
