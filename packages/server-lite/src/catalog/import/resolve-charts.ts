import type { SizeChart } from '@vua/models/contracts';
import { importSizeChart } from '@vua/models/size';
import type { ItemDraft } from './collect-items.ts';
import type { RowProblemCode } from './import-sentences.ts';
import { slugOf } from './item-id.ts';

export type ChartLookup =
  | { readonly status: 'found'; readonly chart: SizeChart }
  | { readonly status: 'missing'; readonly code: RowProblemCode; readonly values: Readonly<Record<string, string>> };

export interface ChartSources {
  /** Charts of the tenant; at most 1,000 ids at once. */
  readonly findSizeCharts: (ids: readonly string[]) => Promise<readonly SizeChart[]>;
  /** Text of a chart's file named in the catalog file; undefined where it cannot be read. Absent: files may not be named. */
  readonly readChartFile?: (reference: string) => string | undefined;
  /** Of items that name no chart. */
  readonly defaultChartId?: string;
}

export interface ResolvedCharts {
  readonly chartOf: (draft: ItemDraft) => ChartLookup;
  /** Those that came as files, to be kept. */
  readonly fromFiles: readonly SizeChart[];
}

const IDS_A_QUESTION = 1000;
const FILE_NAME = /\.(?:csv|json|tsv|txt)$/i;

/** Finds the charts of all items: the one named (by id or by file), the default, or the one with the item's own id. */
export async function resolveCharts(drafts: Iterable<ItemDraft>, sources: ChartSources): Promise<ResolvedCharts> {
  const referenceOf = (draft: ItemDraft): string | undefined => draft.rows.find(({ cells }) => cells.sizeChart)?.cells.sizeChart?.text ?? sources.defaultChartId;
  const wanted = new Set([...drafts].map((draft) => referenceOf(draft) ?? draft.id));
  const files = new Map([...wanted].filter(isFile).map((reference) => [reference, readFile(reference, sources)]));
  const kept = await findAll([...wanted].filter((reference) => !isFile(reference)), sources);
  const chartOf = (draft: ItemDraft): ChartLookup => {
    const reference = referenceOf(draft);
    const chart = kept.get(reference ?? draft.id);
    if (chart !== undefined) return { status: 'found', chart };
    if (reference === undefined) return { status: 'missing', code: 'size-chart-missing', values: { id: draft.id } };
    return files.get(reference) ?? { status: 'missing', code: 'size-chart-unknown', values: { id: reference } };
  };
  return { chartOf, fromFiles: [...files.values()].flatMap((lookup) => (lookup.status === 'found' ? lookup.chart : [])) };
}

const isFile = (reference: string): boolean => FILE_NAME.test(reference);

function readFile(reference: string, { readChartFile }: ChartSources): ChartLookup {
  if (readChartFile === undefined) return { status: 'missing', code: 'size-chart-file-refused', values: {} };
  const text = readChartFile(reference);
  if (text === undefined) return { status: 'missing', code: 'size-chart-broken', values: { file: reference, reason: 'it cannot be read as UTF-8 text below the folder of the catalog file.' } };
  const reading = importSizeChart(text, { id: slugOf(reference.replace(FILE_NAME, '')) ?? 'chart' });
  if (reading.status === 'read') return { status: 'found', chart: reading.chart };
  const [first] = reading.problems.filter(({ severity }) => severity === 'error');
  return { status: 'missing', code: 'size-chart-broken', values: { file: reference, reason: first?.sentence ?? '' } };
}

async function findAll(ids: readonly string[], { findSizeCharts }: ChartSources): Promise<Map<string, SizeChart>> {
  const charts = new Map<string, SizeChart>();
  for (let start = 0; start < ids.length; start += IDS_A_QUESTION) {
    for (const chart of await findSizeCharts(ids.slice(start, start + IDS_A_QUESTION))) charts.set(chart.id, chart);
  }
  return charts;
}
