import { Errors } from 'typebox/value';
import { type AttributeExtension, VocabularyExtension } from '../../contracts/index.ts';
import { ATTRIBUTE_KINDS, type AttributeId, type AttributeKind, type AttributeVocabulary, type FashionAttribute } from './attribute-vocabulary.ts';
import { TREND_VOCABULARY } from './vocabulary/trend-vocabulary.ts';
import { readWords } from './words.ts';

/** Where it stands is a JSON pointer, such as `/attributes/0/label/vi`. */
export type VocabularyProblem =
  /** The rule is the schema's keyword, such as `maxLength`. */
  | { readonly code: 'wrong-shape'; readonly path: string; readonly rule: string }
  | { readonly code: 'duplicate-attribute' | 'swatch-without-colour' | 'too-many-phrases'; readonly path: string }
  /** No letter or digit in it. */
  | { readonly code: 'empty-phrase'; readonly path: string; readonly phrase: string }
  /** It stands for another attribute already: captions could not tell which. */
  | { readonly code: 'taken-phrase'; readonly path: string; readonly phrase: string; readonly by: AttributeId };

export type VocabularyReading =
  /** `extension`: what was given, of the right shape. */
  | { readonly status: 'extended'; readonly vocabulary: AttributeVocabulary; readonly extension: VocabularyExtension }
  | { readonly status: 'refused'; readonly problems: readonly VocabularyProblem[] };

type PhraseOwners = ReadonlyMap<string, readonly AttributeId[]>;

const MOST_PROBLEMS = 50;
/** Of a shop, labels among them: more than the built-in vocabulary has. All are read anew at each change. */
const MOST_PHRASES = 2000;

/** The vocabulary with what a shop adds, phrases of known attributes joined to theirs; one problem refuses the whole. */
export function extendVocabulary(extension: unknown, base: AttributeVocabulary = TREND_VOCABULARY): VocabularyReading {
  const shape = shapeProblems(extension);
  if (shape.length > 0) return { status: 'refused', problems: shape };
  const given = extension as VocabularyExtension;
  const { attributes, silent = [] } = given;
  if (attributes.reduce((count, added) => count + placesOf(added).length, silent.length) > MOST_PHRASES) return { status: 'refused', problems: [{ code: 'too-many-phrases', path: '' }] };
  const [known, owners] = [ownersOf(base.attributes), ownersOf(attributes.map(attributeOf))];
  const ids = attributes.map(({ id }) => id);
  const problems = [...attributes.flatMap((added, at) => problemsOf(added, `/attributes/${at}`, ids.indexOf(added.id) < at, known, owners)), ...silent.flatMap((phrase, at) => emptyPhrase(phrase, `/silent/${at}`))];
  return problems.length > 0 ? { status: 'refused', problems: problems.slice(0, MOST_PROBLEMS) } : { status: 'extended', vocabulary: joined(attributes, silent, base), extension: given };
}

function shapeProblems(extension: unknown): readonly VocabularyProblem[] {
  return Errors(VocabularyExtension, extension).flatMap((error): readonly VocabularyProblem[] => {
    const { instancePath, keyword } = error;
    // A member that nobody knows is told with its owner: its name is whatever was sent.
    if (keyword === 'boolean') return [];
    const places = keyword === 'required' ? error.params.requiredProperties.map((name) => `${instancePath}/${name}`) : [instancePath];
    return places.map((path) => ({ code: 'wrong-shape', path, rule: keyword }));
  }).slice(0, MOST_PROBLEMS);
}

function problemsOf(added: AttributeExtension, path: string, isDuplicate: boolean, known: PhraseOwners, owners: PhraseOwners): readonly VocabularyProblem[] {
  return [
    ...(isDuplicate ? [{ code: 'duplicate-attribute' as const, path }] : []),
    ...(added.swatch !== undefined && kindOf(added.id) !== 'colour' ? [{ code: 'swatch-without-colour' as const, path: `${path}/swatch` }] : []),
    ...placesOf(added).flatMap(([place, phrase]) => {
      const key = normalPhrase(phrase);
      return key === '' ? [{ code: 'empty-phrase' as const, path: path + place, phrase }] : takenPhrase(phrase, path + place, added.id, known.get(key) ?? owners.get(key)?.slice(0, 1) ?? []);
    }),
  ];
}

/** Every phrase with its place in the attribute. */
function placesOf({ label, ...lists }: AttributeExtension): readonly (readonly [place: string, phrase: string])[] {
  const listed = (['vi', 'en', 'weak'] as const).flatMap((list) => (lists[list] ?? []).map((phrase, at) => [`/${list}/${at}`, phrase] as const));
  return [['/label/vi', label.vi], ['/label/en', label.en], ...listed];
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
