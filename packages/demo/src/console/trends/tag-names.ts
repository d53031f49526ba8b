import type { TrendAttribute } from '@vua/models/contracts';
import type { Language } from '../../i18n/language.ts';

/** By id, which is the tag. */
export type AttributesById = ReadonlyMap<string, TrendAttribute>;

/** How tags are called in one language. */
export interface TagNames {
  /** `colour:beige` as `beige (colour)`; what is no attribute stays as it is. */
  readonly nameOf: (tag: string) => string;
  /** The tag that somebody means who types its name; `known`: those that were seen. What is neither stays as it is. */
  readonly tagOf: (typed: string, known: readonly string[]) => string;
}

export function createTagNames(attributes: AttributesById, language: Language, kinds: Readonly<Record<TrendAttribute['kind'], string>>): TagNames {
  const named = ({ kind, label }: TrendAttribute): string => withKind(label[language], kinds[kind]);
  return {
    nameOf: (tag) => {
      const attribute = attributes.get(tag);
      return attribute === undefined ? tag : named(attribute);
    },
    tagOf: (typed, known) => {
      const text = plain(typed);
      if (known.some((tag) => plain(tag) === text)) return typed;
      const all = [...attributes.values()];
      const meant = all.find((attribute) => plain(named(attribute)) === text) ?? all.find(({ id, label }) => plain(label[language]) === text && known.includes(id));
      return meant?.id ?? typed;
    },
  };
}

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** `họa tiết hoa` says by itself what it is. */
const withKind = (label: string, kind: string): string => (label.startsWith(`${kind} `) ? label : `${label} (${kind})`);
