import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CatalogImportReport } from '@vua/models/contracts';
import type { CatalogRepository } from './catalog-repository.ts';
import { DEMO_TENANT_ID } from './demo-tenant.ts';
import { importCatalog, type CatalogImport } from './import/import-catalog.ts';

export const CATALOG_HELP = `vua catalog import FILE

Brings a catalog into the shop's database: CSV (.csv, .tsv, .txt) or a Merchant feed (.xml). See docs/catalog.md.

  --tenant ID        the shop                                        (default ${DEMO_TENANT_ID})
  --replace          the file is the whole catalog: what is not in it is withdrawn
  --dry-run          only say what would happen
  --size-chart ID    chart of items that name none
  --json             the report as JSON
  --help             this text

A size_chart may be the name of a chart's file below the folder of FILE, such as charts/dress.csv.
Exit code: 0 without errors, 1 with errors (what is good is taken), 2 when the command or the file cannot be used.
`;

const OPTIONS = {
  tenant: { type: 'string' }, replace: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, 'size-chart': { type: 'string' }, json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

const FORMATS: Readonly<Record<string, CatalogImport['format']>> = { '.csv': 'csv', '.tsv': 'csv', '.txt': 'csv', '.xml': 'feed', '.rss': 'feed', '.atom': 'feed' };

export interface CatalogCommandWorld {
  readonly workingFolder: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Opens the shop's database; called only when the command can be understood. Rejects with a sentence for the person at the terminal. */
  readonly openCatalog: () => Promise<{ readonly repository: CatalogRepository; readonly hasTenant: (id: string) => Promise<boolean>; readonly close: () => Promise<void> }>;
}

interface Question {
  readonly file: string;
  readonly path: string;
  readonly asJson: boolean;
  readonly request: Omit<CatalogImport, 'bytes'>;
}

/** Runs `vua catalog ...` with the arguments behind `catalog`; resolves with the exit code. */
export async function importCatalogFile(args: readonly string[], world: CatalogCommandWorld): Promise<number> {
  const question = readArguments(args, world.workingFolder);
  if (typeof question === 'string') {
    world.printError(`${question}\n\n${CATALOG_HELP}`);
    return 2;
  }
  const opened = await world.openCatalog();
  try {
    if (!(await opened.hasTenant(question.request.tenantId))) return fail(world, `There is no tenant "${question.request.tenantId}".`);
    return await runImport(question, opened.repository, world);
  } finally {
    await opened.close();
  }
}

async function runImport({ file, path, asJson, request }: Question, repository: CatalogRepository, world: CatalogCommandWorld): Promise<number> {
  const bytes = createReadStream(path);
  const outcome = await importCatalog(repository, { ...request, bytes }).catch((error: unknown) => {
    // Only what the file system says is the person's: all else is ours.
    if (error instanceof Error && 'syscall' in error) return error;
    throw error;
  });
  if (outcome instanceof Error) return fail(world, `${file} cannot be read: ${outcome.message}`);
  if (outcome.status === 'refused') return fail(world, `${file}${outcome.refusal.line === undefined ? '' : `:${outcome.refusal.line}`}: error: ${outcome.refusal.message} [${outcome.refusal.code}]`);
  world.print(asJson ? `${JSON.stringify({ file, ...outcome.report }, undefined, 2)}\n` : describeReport(file, outcome.report));
  return outcome.report.errors > 0 ? 1 : 0;
}

function fail(world: CatalogCommandWorld, sentence: string): number {
  world.printError(`${sentence}\n`);
  return 2;
}

function readArguments(args: readonly string[], workingFolder: string): Question | string {
  const [command, ...rest] = args;
  if (command !== 'import') return command === undefined ? 'Nothing to do with the catalog was asked.' : `Unknown command: catalog ${command}`;
  const parsed = parse(rest);
  if (typeof parsed === 'string') return parsed;
  const [file, ...others] = parsed.positionals;
  if (file === undefined || others.length > 0) return 'One file is needed.';
  const format = FORMATS[extname(file).toLowerCase()];
  if (format === undefined) return `${file} is neither CSV (.csv, .tsv, .txt) nor a feed (.xml).`;
  const { tenant = DEMO_TENANT_ID, replace = false, 'dry-run': dryRun = false, 'size-chart': defaultChartId, json: asJson = false } = parsed.values;
  const path = resolve(workingFolder, file);
  const request = { tenantId: tenant, format, replace, dryRun, readChartFile: chartFileReader(dirname(path)), ...(defaultChartId !== undefined && { defaultChartId }) };
  return { file, path, asJson, request };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// A feed may come from elsewhere: it must not name files beyond its own folder, by a link neither.
function chartFileReader(folder: string): (reference: string) => string | undefined {
  return (reference) => {
    try {
      const path = realpathSync(resolve(folder, reference));
      const inside = relative(realpathSync(folder), path);
      if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    } catch {
      return undefined;
    }
  };
}

function describeReport(file: string, { dryRun, rows, items, sizeCharts, errors, warnings, problems }: CatalogImportReport): string {
  const lines = problems.map(({ line, column, item, severity, sentence, code }) =>
    `${file}${line === undefined ? '' : `:${line}`}: ${severity}: ${item === undefined ? '' : `${item}: `}${column === undefined ? '' : `${column}: `}${sentence} [${code}]`);
  const more = errors + warnings - problems.length;
  const counts = `${items.created} created, ${items.updated} updated, ${items.unchanged} unchanged, ${items.withdrawn} withdrawn, ${items.refused} refused`;
  return [
    ...lines, ...(more > 0 ? [`${file}: ${more} more problems`] : []),
    `${file}: ${rows} rows; items: ${counts}; size charts: ${sizeCharts}; errors: ${errors}, warnings: ${warnings}${dryRun ? '; nothing was changed' : ''}`, '',
  ].join('\n');
}
