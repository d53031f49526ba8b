import { Errors } from 'typebox/value';
import { type AttributeExtension, VocabularyExtension } from '../../contracts/index.ts';
import { ATTRIBUTE_KINDS, type AttributeId, type AttributeKind, type AttributeVocabulary, type FashionAttribute } from './attribute-vocabulary.ts';
import { TREND_VOCABULARY } from './vocabulary/trend-vocabulary.ts';
import { readWords } from './words.ts';

/** Where it stands is a JSON pointer, such as `/attributes/0/label`. */
export type VocabularyProblem =
  | { readonly code: 'wrong-shape'; readonly path: string; readonly message: string }
  | { readonly code: 'duplicate-attribute' | 'swatch-without-colour'; readonly path: string }
  /** No letter or digit in it. */
  | { readonly code: 'empty-phrase'; readonly path: string; readonly phrase: string }
  /** It stands for another attribute already: captions could not tell which. */
  | { readonly code: 'taken-phrase'; readonly path: string; readonly phrase: string; readonly by: AttributeId };

export type VocabularyReading =
  | { readonly status: 'extended'; readonly vocabulary: AttributeVocabulary }
  | { readonly status: 'refused'; readonly problems: readonly VocabularyProblem[] };

type PhraseOwners = ReadonlyMap<string, readonly AttributeId[]>;

const MOST_PROBLEMS = 50;

/** The vocabulary with what a shop adds, phrases of known attributes joined to theirs; one problem refuses the whole. */
export function extendVocabulary(extension: unknown, base: AttributeVocabulary = TREND_VOCABULARY): VocabularyReading {
  const shape = Errors(VocabularyExtension, extension).slice(0, MOST_PROBLEMS);
  if (shape.length > 0) return { status: 'refused', problems: shape.map(({ instancePath, message }) => ({ code: 'wrong-shape', path: instancePath, message })) };
  const { attributes, silent = [] } = extension as VocabularyExtension;
  const owners = ownersOf([...base.attributes, ...attributes.map(attributeOf)]);
  const known = ownersOf(base.attributes);
  const ids = attributes.map(({ id }) => id);
  const problems = [...attributes.flatMap((added, at) => problemsOf(added, `/attributes/${at}`, ids.indexOf(added.id) < at, known, owners)), ...silent.flatMap((phrase, at) => emptyPhrase(phrase, `/silent/${at}`))];
  return problems.length > 0 ? { status: 'refused', problems: problems.slice(0, MOST_PROBLEMS) } : { status: 'extended', vocabulary: joined(attributes, silent, base) };
}

function problemsOf(added: AttributeExtension, path: string, isDuplicate: boolean, known: PhraseOwners, owners: PhraseOwners): readonly VocabularyProblem[] {
  const phrases = [...phrasesOf(added, 'vi'), ...phrasesOf(added, 'en'), ...(added.weak ?? [])];
  return [
    ...(isDuplicate ? [{ code: 'duplicate-attribute' as const, path }] : []),
    ...(added.swatch !== undefined && kindOf(added.id) !== 'colour' ? [{ code: 'swatch-without-colour' as const, path: `${path}/swatch` }] : []),
    ...phrases.flatMap((phrase) => [...emptyPhrase(phrase, path), ...takenPhrase(phrase, path, added.id, known.get(normalPhrase(phrase)) ?? owners.get(normalPhrase(phrase))?.slice(0, 1) ?? [])]),
  ];
}

const emptyPhrase = (phrase: string, path: string): readonly VocabularyProblem[] => (normalPhrase(phrase) === '' ? [{ code: 'empty-phrase', path, phrase }] : []);

/** @param owners those of the vocabulary, else the first of the extension */
function takenPhrase(phrase: string, path: string, id: string, owners: readonly AttributeId[]): readonly VocabularyProblem[] {
  const [by] = owners;
  return by === undefined || owners.some((owner) => owner === id) ? [] : [{ code: 'taken-phrase', path, phrase, by }];
}

function ownersOf(attributes: readonly FashionAttribute[]): PhraseOwners {
  const taken = new Map<string, AttributeId[]>();
  for (const { id, phrases } of attributes) {
    for (const phrase of [...phrases.vi, ...phrases.en, ...phrases.weak]) {
      const key = normalPhrase(phrase);
      const owners = taken.get(key);
      if (owners) owners.push(id);
      else taken.set(key, [id]);
    }
  }
  return taken;
}

function joined(added: readonly AttributeExtension[], silent: readonly string[], base: AttributeVocabulary): AttributeVocabulary {
  const byId = new Map(base.attributes.map((attribute) => [attribute.id, attribute]));
  for (const attribute of added.map(attributeOf)) {
    const known = byId.get(attribute.id);
    const union = (part: 'vi' | 'en' | 'weak'): readonly string[] => [...new Set([...(known?.phrases[part] ?? []), ...attribute.phrases[part]])];
    byId.set(attribute.id, { ...known, ...attribute, phrases: { vi: union('vi'), en: union('en'), weak: union('weak') } });
  }
  return { ...base, attributes: [...byId.values()], silent: [...base.silent, ...silent] };
}

function attributeOf(added: AttributeExtension): FashionAttribute {
  const { id, label, weak = [], swatch } = added;
  const kind = kindOf(id);
  return { id: `${kind}:${id.slice(kind.length + 1)}`, kind, label, phrases: { vi: phrasesOf(added, 'vi'), en: phrasesOf(added, 'en'), weak }, ...(swatch === undefined ? {} : { swatch }) };
}

/** A label is a phrase too, unless it is a weak one. */
const phrasesOf = ({ label, weak = [], ...added }: AttributeExtension, language: 'vi' | 'en'): readonly string[] => [label[language], ...(added[language] ?? [])].filter((phrase) => !weak.includes(phrase));

const kindOf = (id: string): AttributeKind => ATTRIBUTE_KINDS.find((kind) => id.startsWith(`${kind}:`)) ?? 'garment';

const normalPhrase = (phrase: string): string => readWords(phrase).map(({ text }) => text).join(' ');
