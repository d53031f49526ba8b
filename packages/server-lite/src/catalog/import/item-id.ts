const LONGEST = 64;

/** Text as it may stand in an address: `Áo sơ mi_01` becomes `ao-so-mi-01`; undefined when nothing is left. */
export function slugOf(text: string): string | undefined {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replace(/^-/, '').slice(0, LONGEST).replace(/-$/, '');
  return slug === '' ? undefined : slug;
}
