import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { countLines } from './decode-text.ts';
import { FileRefusal } from './import-problem.ts';
import { fieldOf, type ItemField, type SourceCell, type SourceRow } from './source-row.ts';

const MAX_COLUMNS = 200;
const MAX_RECORD_BYTES = 256 * 1024;
// No row is wider, and a text with so many commas on one line is none.
const MAX_DELIMITERS_A_LINE = 10_000;

interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: where the record ends. */
  readonly info: { readonly lines: number };
}

interface Column {
  readonly name: string;
  readonly field: ItemField | undefined;
}

/**
 * Rows of a CSV file: RFC 4180, cells between commas, semicolons or tabs, the first line names the columns. Columns with other names are left out.
 * @throws {FileRefusal} when nothing of the file can be used.
 */
export async function* readCsvRows(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const { start, whole } = await firstLine(text);
  const delimiter = delimiterOf(start);
  // Inches: a quotation mark inside a cell is itself.
  const parser = parse({ delimiter, record_delimiter: '\n', info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: MAX_RECORD_BYTES });
  const source = Readable.from(refuseWideLines(whole, delimiter));
  source.once('error', (error) => parser.destroy(error)).pipe(parser);
  let columns: readonly Column[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      const line = info.lines - record.reduce((sum, cell) => sum + countLines(cell), 0);
      if (columns === undefined) columns = columnsOf(record);
      else if (record.some((cell) => cell.trim() !== '')) yield rowOf(record, columns, line);
    }
  } catch (error) {
    throw refusalOf(error);
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (columns === undefined) throw new FileRefusal('file-empty');
}

async function firstLine(text: AsyncIterable<string>): Promise<{ readonly start: string; readonly whole: AsyncGenerator<string> }> {
  const pieces = text[Symbol.asyncIterator]();
  let read = '';
  while (!read.includes('\n') && read.length < MAX_RECORD_BYTES) {
    const next = await pieces.next();
    if (next.done === true) break;
    read += next.value;
  }
  const whole = async function* whole(): AsyncGenerator<string> {
    yield read;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
  };
  return { start: read.split('\n', 1)[0] ?? '', whole: whole() };
}

// Whatever stands most often outside quotes in the first line, which holds names only.
function delimiterOf(header: string): string {
  const plain = header.replaceAll(/"[^"]*"/g, '');
  const count = (sign: string): number => plain.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

// The parser would hold millions of empty cells before it gives the row away.
async function* refuseWideLines(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<string> {
  let line = 1;
  let delimiters = 0;
  for await (const piece of text) {
    for (const sign of piece) {
      if (sign === delimiter) delimiters++;
      else if (sign === '\n') {
        line++;
        delimiters = 0;
      }
      if (delimiters > MAX_DELIMITERS_A_LINE) throw new FileRefusal('columns-too-many', line);
    }
    yield piece;
  }
}

function columnsOf(names: readonly string[]): readonly Column[] {
  if (names.length > MAX_COLUMNS) throw new FileRefusal('columns-too-many', 1);
  const columns = names.map((name) => ({ name: name.trim(), field: fieldOf(name) }));
  const known = columns.flatMap(({ field }) => field ?? []);
  if (new Set(known).size < known.length) throw new FileRefusal('column-repeated', 1);
  const missing = (['id', 'price'] as const).find((field) => !known.includes(field));
  if (missing !== undefined) throw new FileRefusal('column-missing', 1, { column: missing });
  return columns;
}

function rowOf(record: readonly string[], columns: readonly Column[], line: number): SourceRow {
  const cells: Partial<Record<ItemField, SourceCell>> = {};
  record.forEach((cell, at) => {
    const column = columns[at];
    const text = cell.trim();
    if (column?.field !== undefined && text !== '') cells[column.field] = { text, column: column.name };
  });
  if (record.slice(columns.length).some((cell) => cell.trim() !== '')) {
    return { line, cells, broken: `it has ${record.length} cells, the first line names ${columns.length}` };
  }
  return { line, cells };
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
  return new FileRefusal(error.code === 'CSV_MAX_RECORD_SIZE' ? 'record-too-long' : 'quote-open', line);
}
