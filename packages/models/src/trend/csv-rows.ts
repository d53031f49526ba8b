/** A row that is not blank. */
export interface CsvRow {
  /** From 1; blank lines count. */
  readonly row: number;
  readonly cells: readonly string[];
}

const [COMMA, QUOTE] = [0x2c, 0x22];

/**
 * Rows of a CSV text, one after another, so that whoever reads can stop early. A comma within quotes separates nothing; a line's end ends its row even there.
 * Goes over the text once, whatever stands in it. @param mostCells of a row; what is behind them is not read
 */
export function* csvRows(text: string, mostCells: number): Generator<CsvRow, void, undefined> {
  const lineEnd = /\r\n|\n|\r|$/g;
  let row = 0;
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from <= text.length; from = lineEnd.lastIndex) {
    lineEnd.lastIndex = from;
    const to = lineEnd.exec(text)?.index ?? text.length;
    const line = text.slice(from, to);
    row += 1;
    if (line.trim() !== '') yield { row, cells: cellsOf(line, mostCells) };
    if (to === text.length) return;
  }
}

function cellsOf(line: string, most: number): readonly string[] {
  const cells: string[] = [];
  for (let from = 0; from <= line.length && cells.length < most;) {
    const to = endOfCell(line, from);
    cells.push(line.slice(from, to).trim().replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
    from = to + 1;
  }
  return cells;
}

function endOfCell(line: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === COMMA && !isQuoted) return at;
  }
  return line.length;
}
