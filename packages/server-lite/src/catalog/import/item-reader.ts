import type { ImportProblem } from '@vua/models/contracts';
import type { ItemDraft } from './collect-items.ts';
import { importProblem } from './import-problem.ts';
import type { RowProblemCode } from './import-sentences.ts';
import type { ItemField, SourceCell, SourceRow } from './source-row.ts';

export type FoundCell = SourceCell & { readonly line: number };

type Values = Readonly<Record<string, string | number>>;

/** Reads what the rows of an item say of it, and keeps what is wrong with it. */
export interface ItemReader {
  readonly draft: ItemDraft;
  /** The first row's cell that is not empty. */
  readonly find: (field: ItemField) => FoundCell | undefined;
  /** The same where all rows must agree; says where they do not. */
  readonly findSame: (field: ItemField) => FoundCell | undefined;
  readonly tell: (severity: 'error' | 'warning', code: RowProblemCode, place?: Partial<FoundCell>, values?: Values) => void;
  readonly problems: readonly ImportProblem[];
  readonly isRefused: () => boolean;
}

export function createItemReader(draft: ItemDraft): ItemReader {
  const problems = [...draft.problems];
  const firstLine = draft.rows[0]?.line ?? 1;
  const tell: ItemReader['tell'] = (severity, code, { line = firstLine, column } = {}, values = {}) =>
    void problems.push(importProblem(severity, code, { line, item: draft.writtenId, ...(column !== undefined && { column }) }, values));
  const cellsOf = (field: ItemField): FoundCell[] => draft.rows.flatMap((row) => cellOf(row, field) ?? []);
  return {
    draft,
    find: (field) => cellsOf(field)[0],
    findSame: (field) => {
      const [first, ...others] = cellsOf(field);
      const other = others.find(({ text }) => text !== first?.text);
      if (first && other) tell('error', 'value-differs', other, { what: first.column, value: other.text, other: first.text, line: first.line });
      return first;
    },
    tell,
    problems,
    isRefused: () => problems.some(({ severity }) => severity === 'error'),
  };
}

export function cellOf({ cells, line }: SourceRow, field: ItemField): FoundCell | undefined {
  const cell = cells[field];
  return cell && { ...cell, line };
}
