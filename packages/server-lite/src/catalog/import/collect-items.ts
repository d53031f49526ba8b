import type { ImportProblem } from '@vua/models/contracts';
import { FileRefusal, importProblem } from './import-problem.ts';
import { slugOf } from './item-id.ts';
import type { SourceRow } from './source-row.ts';

const MAX_ROWS = 200_000;
const IDENTIFIER = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** All rows of a file that speak of one item. */
export interface ItemDraft {
  /** As it is kept. */
  readonly id: string;
  /** As the file has it. */
  readonly writtenId: string;
  readonly rows: SourceRow[];
  /** What is wrong with it already. */
  readonly problems: ImportProblem[];
}

export interface CollectedItems {
  readonly rows: number;
  /** By kept id, in the order of the file. */
  readonly drafts: ReadonlyMap<string, ItemDraft>;
  /** Rows that belong to no item. */
  readonly strays: readonly ImportProblem[];
}

/** Groups rows by item: `item_group_id`, else `id`. */
export async function collectItems(source: AsyncIterable<SourceRow>): Promise<CollectedItems> {
  const drafts = new Map<string, ItemDraft>();
  const strays: ImportProblem[] = [];
  let rows = 0;
  for await (const row of source) {
    if (++rows > MAX_ROWS) throw new FileRefusal('rows-too-many', row.line);
    const draft = draftOf(row, drafts, strays);
    if (draft === undefined) continue;
    if (row.broken !== undefined) draft.problems.push(importProblem('error', 'row-broken', { line: row.line, item: draft.writtenId }, { reason: row.broken }));
    draft.rows.push(row);
  }
  return { rows, drafts, strays };
}

function draftOf(row: SourceRow, drafts: Map<string, ItemDraft>, strays: ImportProblem[]): ItemDraft | undefined {
  const cell = row.cells.group ?? row.cells.id;
  const place = { line: row.line, ...(cell && { column: cell.column, item: cell.text }) };
  if (cell === undefined) {
    strays.push(row.broken === undefined ? importProblem('error', 'id-missing', place) : importProblem('error', 'row-broken', place, { reason: row.broken }));
    return undefined;
  }
  const id = IDENTIFIER.test(cell.text) ? cell.text : slugOf(cell.text);
  if (id === undefined) {
    strays.push(importProblem('error', 'id-unusable', place, { id: cell.text }));
    return undefined;
  }
  const draft = drafts.get(id) ?? { id, writtenId: cell.text, rows: [], problems: [] };
  if (draft.writtenId !== cell.text) draft.problems.push(importProblem('error', 'id-collision', place, { id: cell.text, other: draft.writtenId, kept: id }));
  else if (draft.rows.length === 0 && id !== cell.text) draft.problems.push(importProblem('warning', 'id-changed', place, { id: cell.text, kept: id }));
  drafts.set(id, draft);
  return draft;
}
