import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { splitFeed } from './split-feed.ts';
import { fieldOf, type ItemField, type SourceCell, type SourceRow } from './source-row.ts';

// Numbers stay text: an id 007 is not 7. Entities: the five of XML, numbers, and the commonest of HTML; a document type never gets here.
const PARSER = new XMLParser({
  removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false, trimValues: false, preserveOrder: true, htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: 10_000, maxExpandedLength: 200_000 },
});

type Node = Readonly<Record<string, unknown>>;

/**
 * Rows of a Merchant feed, RSS 2.0 or Atom, whatever prefix its namespace has. What an item says twice counts the first time.
 * @throws {FileRefusal} when nothing of the file can be used.
 */
export async function* readFeedRows(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  for await (const { xml, line } of splitFeed(text)) yield rowOf(xml, line);
}

function rowOf(xml: string, line: number): SourceRow {
  const cells: Partial<Record<ItemField, SourceCell>> = {};
  const elements = read(xml);
  if (typeof elements === 'string') return { line, cells, broken: elements };
  for (const element of elements) {
    const [name = '', children] = Object.entries(element)[0] ?? [];
    const field = fieldOf(name);
    const value = textOf(children).trim();
    if (field === undefined || value === '') continue;
    // A product of several colours may list them one by one.
    const before = cells[field];
    if (before === undefined) cells[field] = { text: value, column: name };
    else if (field === 'colours') cells[field] = { ...before, text: `${before.text}/${value}` };
  }
  return { line, cells };
}

/** The elements of an item, or why there are none. */
function read(xml: string): readonly Node[] | string {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return valid.err.msg.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase());
  try {
    const [item] = PARSER.parse(xml) as readonly Node[];
    const [elements] = Object.values(item ?? {});
    return Array.isArray(elements) ? (elements as Node[]) : [];
  } catch (error) {
    // A name such as `constructor`, elements a hundred deep, more entities than a text has.
    return error instanceof Error ? error.message : String(error);
  }
}

// Text and CDATA; elements inside are no text.
function textOf(children: unknown): string {
  if (!Array.isArray(children)) return '';
  return (children as readonly Node[]).map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join('');
}
