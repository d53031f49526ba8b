import type { LocalizedText } from '@vua/models/contracts';
import type { FoundCell, ItemReader } from './item-reader.ts';
import type { ItemField } from './source-row.ts';

const LONGEST_TEXT = 2000;
// Tabs and new lines may stand in a description.
const CONTROL = /[^\P{Cc}\n\t]/u;

/** What is said of a garment whose material the file does not state. */
const UNSTATED: LocalizedText = { vi: 'Chưa ghi', en: 'Not stated' };

export interface ItemTexts {
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly material: LocalizedText;
}

/** Title, description and material in both languages; a file with one language says it in both. */
export function readTexts(reader: ItemReader): ItemTexts | undefined {
  const name = readText(reader, 'title', 'titleVi', 'titleEn');
  const description = readText(reader, 'description', 'descriptionVi', 'descriptionEn');
  const material = readText(reader, 'material', 'materialVi', 'materialEn');
  if (name === undefined) reader.tell('error', 'text-missing', {}, { what: 'title' });
  return name && { name, description: description ?? name, material: material ?? UNSTATED };
}

function readText(reader: ItemReader, both: ItemField, inVietnamese: ItemField, inEnglish: ItemField): LocalizedText | undefined {
  const vi = reader.find(inVietnamese) ?? reader.find(both) ?? reader.find(inEnglish);
  const en = reader.find(inEnglish) ?? reader.find(both) ?? reader.find(inVietnamese);
  for (const cell of new Set([vi, en])) if (cell) checkText(reader, cell);
  return vi && en && { vi: vi.text, en: en.text };
}

/** Says what keeps a text from being kept. */
export function checkText(reader: ItemReader, cell: FoundCell): void {
  const length = Array.from(cell.text).length;
  if (length > LONGEST_TEXT) reader.tell('error', 'text-too-long', cell, { length, limit: LONGEST_TEXT });
  if (CONTROL.test(cell.text) || !cell.text.isWellFormed()) reader.tell('error', 'text-control', cell);
}
