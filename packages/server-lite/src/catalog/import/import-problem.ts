import type { ImportProblem } from '@vua/models/contracts';
import { FILE_SENTENCES, ROW_SENTENCES, type FileProblemCode, type RowProblemCode } from './import-sentences.ts';

const LONGEST_QUOTE = 80;

export interface ProblemPlace {
  readonly line?: number;
  readonly column?: string;
  readonly item?: string;
}

type Values = Readonly<Record<string, string | number>>;

export function importProblem(severity: 'error' | 'warning', code: RowProblemCode, { line, column, item }: ProblemPlace, values: Values = {}): ImportProblem {
  return {
    severity, code,
    ...(line !== undefined && { line }), ...(column !== undefined && { column: short(column) }), ...(item !== undefined && { item: short(item) }),
    sentence: fill(ROW_SENTENCES[code], values),
  };
}

/** Why nothing of a file was taken, and where; an answer, thrown to leave a stream of rows. */
export class FileRefusal extends Error {
  readonly code: FileProblemCode;
  readonly line: number | undefined;

  constructor(code: FileProblemCode, line?: number, values: Values = {}) {
    super(fill(FILE_SENTENCES[code], values));
    this.name = 'FileRefusal';
    this.code = code;
    this.line = line;
  }
}

function fill(sentence: string, values: Values): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(values, name) ? short(String(values[name])) : hole));
}

// A file that is no catalog at all may have a whole book in one cell.
function short(text: string): string {
  const plain = text.toWellFormed().replaceAll(/\p{Cc}/gu, ' ');
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE).toWellFormed()}...` : plain;
}
