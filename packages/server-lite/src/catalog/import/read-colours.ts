import type { ProductColour } from '@vua/models/contracts';
import { slugOf } from './item-id.ts';
import { findNamedColour } from './named-colours.ts';

export interface ColourReading {
  readonly colours: readonly ProductColour[];
  /** Names that no value is known of; they are grey. */
  readonly unknown: readonly string[];
  readonly unreadable: readonly string[];
}

const GREY = '#808080';
const LONGEST_NAME = 2000;

/** What is said where a file names no colour. */
export const ONE_COLOUR: ProductColour = { id: 'one-colour', name: { vi: 'Một màu', en: 'One colour' }, hex: GREY };

type Part = { readonly kind: 'known' | 'unknown'; readonly colour: ProductColour } | { readonly kind: 'unreadable' };

/** Colours between `|` or `/`, each `Name`, `Name:#rrggbb`, `Vietnamese:English:#rrggbb` or `id:Vietnamese:English:#rrggbb`. */
export function readColours(text: string): ColourReading {
  const parts = text.split(/[|/]/).map((part) => part.trim()).filter((part) => part !== '').map((part) => ({ part, read: readColour(part) }));
  const named = (kind: Part['kind']): string[] => parts.filter(({ read }) => read.kind === kind).map(({ part }) => part);
  return { colours: parts.flatMap(({ read }) => (read.kind === 'unreadable' ? [] : read.colour)), unknown: named('unknown'), unreadable: named('unreadable') };
}

function readColour(text: string): Part {
  const words = text.split(':').map((word) => word.trim());
  const hex = words.at(-1)?.startsWith('#') === true ? words.pop()?.toLowerCase() : undefined;
  const known = words.length === 1 ? findNamedColour(words[0] ?? '') : undefined;
  const [id, vi, en] = words.length === 3 ? [words[0], words[1], words[2]] : [words.at(-1), words[0], words.at(-1)];
  const slug = slugOf(id ?? '');
  const isNamed = words.length >= 1 && words.length <= 3 && vi && en && text.length <= LONGEST_NAME;
  if (!isNamed || slug === undefined || (hex !== undefined && !/^#[0-9a-f]{6}$/.test(hex))) return { kind: 'unreadable' };
  if (known !== undefined) return { kind: 'known', colour: hex === undefined ? known : { ...known, hex } };
  return { kind: hex === undefined ? 'unknown' : 'known', colour: { id: slug, name: { vi, en }, hex: hex ?? GREY } };
}
