/** What of the console is shown. Trends without a tag show the first of the list. */
export type Place = { readonly name: 'events' } | { readonly name: 'trends'; readonly tag?: string };

/** Longest tag that the server takes. */
export const MAX_TAG_LENGTH = 64;

/** The place that an address names, such as `#view=trends&tag=linen`; undefined where it names none: `#content` is a place on the page. */
export function placeOfFragment(fragment: string): Place | undefined {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  if (given.size === 0 || given.get('view') === 'events') return { name: 'events' };
  if (given.get('view') !== 'trends') return undefined;
  const tag = given.get('tag')?.trim().slice(0, MAX_TAG_LENGTH) ?? '';
  return tag === '' ? { name: 'trends' } : { name: 'trends', tag };
}

export const fragmentOf = (place: Place): string =>
  `#${new URLSearchParams({ view: place.name, ...(place.name === 'trends' && place.tag !== undefined && { tag: place.tag }) }).toString()}`;
