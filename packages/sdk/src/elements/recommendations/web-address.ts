const ANYWHERE = 'https://shop.invalid/';

/** An address template that leads to a page or a picture, by http(s) or relative; undefined for all others, such as `javascript:`. `{id}` may stand anywhere but in the scheme. */
export function webAddress(template: string | null): string | undefined {
  if (template === null) return undefined;
  // Read as a browser reads it: it drops line breaks within a scheme.
  const example = template.replaceAll('{id}', 'x');
  const isWeb = URL.canParse(example, ANYWHERE) && ['http:', 'https:'].includes(new URL(example, ANYWHERE).protocol);
  return isWeb ? template : undefined;
}
