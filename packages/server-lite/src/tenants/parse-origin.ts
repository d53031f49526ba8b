/**
 * An origin as browsers write it into the `Origin` header, such as `https://shop.example:8443`; or undefined when `text` is none:
 * it must be http or https, and carry no path, user, query or wildcard.
 */
export function parseOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname.includes('*')) return undefined;
  const bare = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '' && !/[?#@\s]/.test(text);
  return bare ? url.origin : undefined;
}
