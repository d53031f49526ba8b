import { isDeepStrictEqual } from 'node:util';
import type { CatalogImportReport, ImportProblem } from '@vua/models/contracts';
import type { CatalogItem } from '../catalog-item.ts';
import type { CatalogRepository } from '../catalog-repository.ts';
import { buildItem } from './build-item.ts';
import { collectItems, type CollectedItems } from './collect-items.ts';
import { decodeText } from './decode-text.ts';
import { FileRefusal } from './import-problem.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { readFeedRows } from './read-feed-rows.ts';
import { resolveCharts, type ResolvedCharts } from './resolve-charts.ts';

export interface CatalogImport {
  readonly tenantId: string;
  /** A table, or a Merchant feed in XML. */
  readonly format: 'csv' | 'feed';
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The file is the whole catalog: what is not in it is withdrawn. @default false */
  readonly replace?: boolean;
  /** Says what would happen, and changes nothing. @default false */
  readonly dryRun?: boolean;
  /** Chart of items that name none. */
  readonly defaultChartId?: string;
  /** Text of a chart's file named in the catalog file. Absent: files may not be named. */
  readonly readChartFile?: (reference: string) => string | undefined;
}

export type CatalogImportOutcome =
  | { readonly status: 'done'; readonly report: CatalogImportReport }
  /** Nothing was taken. */
  | { readonly status: 'refused'; readonly refusal: FileRefusal };

const MOST_PROBLEMS = 1000;
const ITEMS_A_TURN = 100;
const IDS_A_QUESTION = 1000;

/**
 * Brings a catalog file into the tenant's catalog. An item is taken whole or not at all; the items that are good are taken in one transaction.
 * Everything is read and checked before the transaction begins, so that a slow sender never holds the database.
 */
export async function importCatalog(repository: CatalogRepository, request: CatalogImport, now: () => number = Date.now): Promise<CatalogImportOutcome> {
  try {
    const text = decodeText(request.bytes);
    const collected = await collectItems(request.format === 'csv' ? readCsvRows(text) : readFeedRows(text));
    if (collected.rows === 0) throw new FileRefusal('file-empty');
    const charts = await resolveCharts(collected.drafts.values(), { ...request, findSizeCharts: (ids) => repository.findSizeCharts(request.tenantId, ids) });
    const built = await buildItems(collected, charts);
    if (request.replace === true && built.items.length === 0) throw new FileRefusal('nothing-usable');
    const change = await compare(repository, request, collected, built.items);
    // A feed that says what it said yesterday need not keep others from writing.
    const isChange = change.changed.length + change.withdrawnIds.length + charts.fromFiles.length > 0;
    if (isChange && request.dryRun !== true) {
      await repository.save(request.tenantId, { items: change.changed, withdrawnIds: change.withdrawnIds, sizeCharts: charts.fromFiles, atMs: now() });
    }
    return { status: 'done', report: reportOf(request, collected, built, change, charts) };
  } catch (error) {
    if (error instanceof FileRefusal) return { status: 'refused', refusal: error };
    throw error;
  }
}

interface BuiltItems {
  readonly items: readonly CatalogItem[];
  readonly problems: readonly ImportProblem[];
}

async function buildItems({ drafts, strays }: CollectedItems, { chartOf }: ResolvedCharts): Promise<BuiltItems> {
  const items: CatalogItem[] = [];
  const problems: ImportProblem[] = [...strays];
  let turn = 0;
  for (const draft of drafts.values()) {
    // Other requests have their turn.
    if (++turn % ITEMS_A_TURN === 0) await new Promise((resolve) => { setImmediate(resolve); });
    const reading = buildItem(draft, chartOf);
    problems.push(...reading.problems);
    if (reading.status === 'read') items.push(reading.item);
  }
  return { items, problems };
}

interface Comparison {
  readonly changed: readonly CatalogItem[];
  readonly created: number;
  readonly withdrawnIds: readonly string[];
}

async function compare(repository: CatalogRepository, { tenantId, replace = false }: CatalogImport, { drafts }: CollectedItems, items: readonly CatalogItem[]): Promise<Comparison> {
  const changed: CatalogItem[] = [];
  let created = 0;
  for (let start = 0; start < items.length; start += IDS_A_QUESTION) {
    const some = items.slice(start, start + IDS_A_QUESTION);
    const known = new Map((await repository.findItems(tenantId, some.map(({ id }) => id))).map((item) => [item.id, item]));
    created += some.filter(({ id }) => !known.has(id)).length;
    changed.push(...some.filter((item) => !isDeepStrictEqual(item, known.get(item.id))));
  }
  // An item that is in the file with an error stays as it was.
  const withdrawnIds = replace ? (await repository.listIds(tenantId)).filter((id) => !drafts.has(id)) : [];
  return { changed, created, withdrawnIds };
}

function reportOf(
  { dryRun = false }: CatalogImport, { rows, drafts }: CollectedItems, { items, problems }: BuiltItems, { changed, created, withdrawnIds }: Comparison, { fromFiles }: ResolvedCharts,
): CatalogImportReport {
  const sorted = problems.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || (a.line ?? 0) - (b.line ?? 0));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    dryRun, rows,
    items: { created, updated: changed.length - created, unchanged: items.length - changed.length, withdrawn: withdrawnIds.length, refused: drafts.size - items.length },
    sizeCharts: fromFiles.length,
    errors, warnings: problems.length - errors,
    problems: sorted.slice(0, MOST_PROBLEMS),
  };
}
