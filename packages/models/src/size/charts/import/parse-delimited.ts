/** One cell of a table, and where it stands in the file. */
export interface Cell {
  readonly text: string;
  /** From 1; absent where the file has no lines of its own, as in JSON. */
  readonly line?: number;
  /** From 1. */
  readonly column: number;
}

export type DelimitedText =
  | { readonly status: 'read'; readonly records: readonly (readonly Cell[])[] }
  /** A quoted cell that begins in `line` never ends. */
  | { readonly status: 'quote-open'; readonly line: number; readonly column: number };

type Delimiter = ',' | ';' | '\t';

/** Comma-separated values after RFC 4180, also with `;` or tabs; whichever the first line has most of. Lines without any text are left out. */
export function parseDelimited(text: string): DelimitedText {
  const plain = text.replace(/^\uFEFF/, '');
  const reader = new Reader(plain, delimiterOf(plain));
  const records: Cell[][] = [];
  while (!reader.isAtEnd) {
    const record = reader.readRecord();
    if (record === undefined) return { status: 'quote-open', line: reader.cellLine, column: reader.cellColumn };
    if (record.some((cell) => cell.text !== '')) records.push(record);
  }
  return { status: 'read', records };
}

function delimiterOf(text: string): Delimiter {
  const [firstLine = ''] = text.trimStart().split(/\r\n?|\n/, 1);
  const bare = firstLine.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: Delimiter): number => bare.split(delimiter).length;
  const delimiters: readonly Delimiter[] = [',', ';', '\t'];
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

class Reader {
  cellLine = 1;
  cellColumn = 1;
  #at = 0;
  #line = 1;
  readonly #text: string;
  readonly #delimiter: Delimiter;

  constructor(text: string, delimiter: Delimiter) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Cells up to the end of the line; undefined when a quote stays open. */
  readRecord(): Cell[] | undefined {
    const cells: Cell[] = [];
    for (;;) {
      this.cellLine = this.#line;
      this.cellColumn = cells.length + 1;
      const text = this.#readCell();
      if (text === undefined) return undefined;
      cells.push({ text: text.trim(), line: this.cellLine, column: this.cellColumn });
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at++;
    }
    this.#at += this.#breakLength();
    this.#line++;
    return cells;
  }

  #readCell(): string | undefined {
    const quoted = /[^\S\r\n\t]*"/y;
    quoted.lastIndex = this.#at;
    if (!quoted.test(this.#text)) return this.#readPlain();
    this.#at = quoted.lastIndex;
    const inside = this.#readQuoted();
    // What stands behind the closing quote is against the rules, yet it is better shown than lost.
    return inside === undefined ? undefined : inside + this.#readPlain();
  }

  #readPlain(): string {
    const from = this.#at;
    while (!this.isAtEnd && this.#text[this.#at] !== this.#delimiter && this.#breakLength() === 0) this.#at++;
    return this.#text.slice(from, this.#at);
  }

  #readQuoted(): string | undefined {
    let inside = '';
    for (;;) {
      const end = this.#text.indexOf('"', this.#at);
      if (end < 0) return undefined;
      inside += this.#text.slice(this.#at, end);
      this.#line += this.#text.slice(this.#at, end).split(/\r\n?|\n/).length - 1;
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') return inside;
      inside += '"';
      this.#at++;
    }
  }

  #breakLength(): number {
    if (this.#text[this.#at] === '\n') return 1;
    if (this.#text[this.#at] !== '\r') return 0;
    return this.#text[this.#at + 1] === '\n' ? 2 : 1;
  }
}
