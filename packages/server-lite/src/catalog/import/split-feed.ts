import { FileRefusal } from './import-problem.ts';
import { countLines } from './decode-text.ts';

/** One `<item>` or `<entry>` of a feed, as it stands in the file. */
export interface FeedPiece {
  readonly xml: string;
  /** From 1; where it begins. */
  readonly line: number;
}

const MAX_PIECE_CHARACTERS = 256 * 1024;
const ITEM_NAMES = new Set(['item', 'entry']);
const ROOT_NAMES = new Set(['rss', 'feed', 'rdf']);

/** What begins at a `<`, and how it ends. A tag ends at the first `>` outside quotes. */
const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/?[^\s<>/?!"'](?:[^<>"']|"[^"]*"|'[^']*')*>/y;

/**
 * Cuts a feed into its items, so that never more than one of them is held. What lies outside them (titles, links) is skipped; comments and CDATA hide nothing.
 * @throws {FileRefusal} at a document type declaration, at another encoding, at markup that is never closed, and where there is no feed.
 */
export async function* splitFeed(text: AsyncIterable<string>): AsyncGenerator<FeedPiece> {
  const cutter = new FeedCutter();
  for await (const piece of text) yield* cutter.push(piece);
  cutter.end();
}

/** The scanner behind {@link splitFeed}: `waiting` is text whose meaning depends on what follows. */
class FeedCutter {
  #waiting = '';
  #line = 1;
  #isBlank = true;
  #root = false;
  /** Tag of the item that is open; empty: outside. */
  #openTag = '';
  #item = '';
  #itemLine = 1;

  *push(text: string): Generator<FeedPiece> {
    this.#waiting += text;
    let at = 0;
    for (let token = this.#tokenAt(at); token !== undefined; token = this.#tokenAt(at)) {
      at += token.length;
      this.#isBlank &&= token.trim() === '';
      const finished = this.#take(token);
      this.#line += countLines(token);
      if (finished !== undefined) yield finished;
    }
    this.#waiting = this.#waiting.slice(at);
    if (this.#waiting.length > MAX_PIECE_CHARACTERS) throw new FileRefusal('xml-broken', this.#line);
  }

  end(): void {
    if (!this.#root) throw new FileRefusal(this.#isBlank && this.#waiting.trim() === '' ? 'file-empty' : 'xml-no-feed');
    if (this.#openTag !== '' || this.#waiting.includes('<')) throw new FileRefusal('xml-broken', this.#openTag === '' ? this.#line : this.#itemLine);
  }

  /** The next whole piece of markup, or the text up to it; undefined: more text is needed. */
  #tokenAt(at: number): string | undefined {
    if (at >= this.#waiting.length) return undefined;
    const next = this.#waiting.indexOf('<', at);
    if (next !== at) return next < 0 ? undefined : this.#waiting.slice(at, next);
    if (/^<!(?!--|-?$|\[|$)/.test(this.#waiting.slice(at, at + 3))) throw new FileRefusal('doctype-refused', this.#line);
    MARKUP.lastIndex = at;
    return MARKUP.exec(this.#waiting)?.[0];
  }

  #take(token: string): FeedPiece | undefined {
    if (this.#openTag !== '') this.#append(token);
    if (token.startsWith('<?')) refuseEncoding(token, this.#line);
    const name = /^<\/?([^\s/>!?]+)/.exec(token)?.[1];
    if (name === undefined) return undefined;
    return token.startsWith('</') ? this.#close(name) : this.#open(name, token);
  }

  #open(name: string, token: string): FeedPiece | undefined {
    const local = localName(name);
    if (ROOT_NAMES.has(local)) this.#root = true;
    if (this.#openTag !== '' || !this.#root || !ITEM_NAMES.has(local)) return undefined;
    if (token.endsWith('/>')) return { xml: token, line: this.#line };
    this.#openTag = name;
    this.#item = token;
    this.#itemLine = this.#line;
    return undefined;
  }

  // The first tag of that name closes the item: one that forgot to close an element spoils itself, not its neighbours.
  #close(name: string): FeedPiece | undefined {
    if (name !== this.#openTag) return undefined;
    this.#openTag = '';
    return { xml: this.#item, line: this.#itemLine };
  }

  #append(token: string): void {
    this.#item += token;
    if (this.#item.length > MAX_PIECE_CHARACTERS) throw new FileRefusal('record-too-long', this.#itemLine);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

function refuseEncoding(declaration: string, line: number): void {
  const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)["']/i.exec(declaration)?.[1];
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) throw new FileRefusal('encoding-unknown', line);
}
