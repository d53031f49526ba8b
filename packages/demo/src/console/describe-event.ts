import type { RecordedEvent } from '@vua/models/contracts';
import type { Formats } from './formats.ts';
import type { ConsoleTexts } from './texts/console-texts.ts';

type Data = Readonly<Record<string, unknown>>;
type Describe = (data: Data, texts: ConsoleTexts, formats: Formats) => readonly (string | undefined)[];

/** What a row says beside the type and the item. What it takes apart was written by strangers: nothing but text is read, and nothing but text comes out. */
export function describeEvent({ type, data }: RecordedEvent, texts: ConsoleTexts, formats: Formats): string {
  const parts = Object.hasOwn(DETAILS, type) ? DETAILS[type]?.(data, texts, formats) : [];
  return (parts ?? []).filter((part) => part !== undefined && part !== '').join(', ');
}

export const wordOf = (words: Readonly<Record<string, string>>, name: string): string => (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined);

const partOf = (value: unknown): Data => (typeof value === 'object' && value !== null ? value as Data : {});

const sizeOf = (value: unknown, texts: ConsoleTexts): string | undefined => (textOf(value) === undefined ? undefined : texts.sizeWord(String(value)));

const wordsOf = (value: unknown, words: Readonly<Record<string, string>>): string | undefined => (typeof value === 'string' ? wordOf(words, value) : undefined);

const itemWords: Describe = (data, texts) => [sizeOf(partOf(data['item'])['size'], texts), textOf(partOf(data['item'])['colour'])];

const itemsWords: Describe = ({ items }, texts, formats) => {
  const [first, ...more] = Array.isArray(items) ? items.map(partOf) : [];
  return [sizeOf(first?.['size'], texts), textOf(first?.['colour']), more.length > 0 ? texts.moreItems(formats.number(more.length)) : undefined];
};

const valueWords = (values: unknown): readonly string[] => Object.entries(partOf(values)).slice(0, 20).map(([name, value]) => `${name}: ${textOf(value) ?? '–'}`);

const DETAILS: Readonly<Record<string, Describe>> = {
  view_item: itemWords,
  view_item_list: ({ items }, texts, formats) => [Array.isArray(items) ? texts.itemCount(formats.number(items.length)) : undefined],
  search: ({ term, results }, texts, formats) => [`“${textOf(term) ?? ''}”`, typeof results === 'number' ? texts.results(formats.number(results)) : undefined],
  add_to_cart: itemsWords,
  remove_from_cart: itemsWords,
  purchase: itemsWords,
  return_item: (data, texts, formats) => [...itemWords(data, texts, formats), wordsOf(data['reason'], texts.reasons)],
  click: ({ target }) => [textOf(target)],
  size_advice: ({ status, size, certainty, method }, texts) => [
    status === 'unavailable' ? texts.noSizeFits : sizeOf(size, texts), status === 'between' ? texts.betweenSizes : undefined,
    wordsOf(certainty, texts.certainties), wordsOf(method, texts.methods),
  ],
  size_choose: ({ size }, texts) => [sizeOf(size, texts)],
  scan_start: ({ method }, texts) => [wordsOf(method, texts.methods)],
  scan_finish: ({ method, durationMs }, texts, formats) => [wordsOf(method, texts.methods), typeof durationMs === 'number' ? texts.seconds(formats.number(Math.round(durationMs / 1000))) : undefined],
  scan_fail: ({ method, reason }, texts) => [wordsOf(method, texts.methods), textOf(reason)],
  recommendation_show: ({ placement }) => [textOf(placement)],
  recommendation_click: ({ placement }) => [textOf(placement)],
  action_show: ({ actionId }) => [textOf(actionId)],
  action_take: ({ actionId }) => [textOf(actionId)],
  action_dismiss: ({ actionId }) => [textOf(actionId)],
  trade_in_step: ({ step }) => [textOf(step)],
  survey_answer: ({ questionId, answer }) => [textOf(questionId), textOf(answer)],
  custom: ({ name, values }) => [textOf(name), ...valueWords(values)],
};
