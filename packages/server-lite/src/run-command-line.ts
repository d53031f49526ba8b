import { fileURLToPath } from 'node:url';
import type { DestinationStream } from 'pino';
import { CATALOG_HELP, importCatalogFile } from './catalog/import-catalog-file.ts';
import { CHART_HELP, checkChartFile } from './check-chart-file.ts';
import { openStores, type OpenedStores } from './open-stores.ts';
import { readSettings } from './read-settings.ts';
import { createModelService, manageModels, MODEL_HELP, type OpenedModelService } from './registry/index.ts';
import { startServer, type RunningServer, type ServerFolders } from './start-server.ts';
import { KEY_HELP, TENANT_HELP, createTenancy, manageKeys, manageTenants, type OpenedTenantService } from './tenants/index.ts';

const HELP = `vua start
vua chart check FILE
vua catalog import FILE
vua tenant create|origins|list ...
vua key create|list|revoke|rotate ...
vua model add|list|activate|canary|rollback ...

  start    serve the shop, the console, the SDK and the API on one port; Ctrl+C stops it
  chart    say what is wrong with a size chart
  catalog  bring items, prices and stock into a shop
  tenant   make shops, and say which pages may use their site keys
  key      make and end the secret keys of a shop's programs
  model    keep trained models, and say which of them devices load
  --help   this text; after a command, its own

Environment:
  PORT           port to listen on                        (default 3000; 0 takes a free one)
  HOST           address to listen on                     (default localhost)
  DATA_DIR       folder of the SQLite database            (default .data)
  DATABASE_URL   PostgreSQL, postgres://...               (default: SQLite)
  NATS_URL       replicated event log, nats://...         (default: the database; needs DATABASE_URL)
  PUBLIC_URL     address of the demo shop behind a proxy
  DEMO_EVENTS    export (NDJSON) that fills the demo shop's empty event log  (default: none)
  DEMO_MODEL     trained sequence model (a folder) of the demo shop    (default: none)
  docs/operations.md and docs/access.md tell of TRUSTED_PROXIES, RATE_LIMIT_TENANT, RATE_LIMIT_ADDRESS,
  METRICS_TOKEN, OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, EVENT_MONTHS, RETRAIN_MINUTES, RETRAIN_EVENTS,
  ALERT_WEBHOOK_URL and OTEL_EXPORTER_OTLP_ENDPOINT; docs/trends.md of TREND_TOKEN_KEY,
  TREND_ORIGINS and TREND_IMAGE_ORIGINS.
`;

const packages = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const FOLDERS: ServerFolders = {
  sdk: packages('sdk/dist'),
  shop: [packages('demo/dist'), packages('demo/public')],
  catalogFile: packages('demo/catalog.json'),
  trainingScript: packages('models/training/sequence/train.ts'),
};

/** What the command line needs of the process around it. */
export interface CommandLineWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Resolves when the process is asked to stop. */
  readonly stopped: () => Promise<void>;
  /** @default the folders of this repository */
  readonly folders?: ServerFolders;
  /** Where log lines go. @default stderr */
  readonly log?: DestinationStream;
}

/** Runs `vua` with these arguments; resolves with the exit code. */
export async function runCommandLine(args: readonly string[], world: CommandLineWorld): Promise<number> {
  const [command, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    world.print(HELPS[command ?? ''] ?? HELP);
    return 0;
  }
  if (command === 'chart') return checkChartFile(rest, world);
  if (command === 'catalog') return withStores(world, (open) => importCatalogFile(rest, { ...world, openCatalog: async () => openCatalog(await open()) }));
  if (command === 'tenant') return withStores(world, (open) => manageTenants(rest, { ...world, open: async () => openTenants(await open()) }));
  if (command === 'key') return withStores(world, (open) => manageKeys(rest, { ...world, open: async () => openTenants(await open()) }));
  if (command === 'model') return withStores(world, (open) => manageModels(rest, { ...world, open: async () => openModels(await open()) }));
  if (command !== 'start' || rest.length > 0) {
    world.printError(`${command === undefined ? 'No command given.' : `Unknown arguments: ${args.join(' ')}`}\n\n${HELP}`);
    return 2;
  }
  return start(world);
}

const HELPS: Readonly<Record<string, string>> = { chart: CHART_HELP, catalog: CATALOG_HELP, tenant: TENANT_HELP, key: KEY_HELP, model: MODEL_HELP };

/** Runs a command on the database of the settings, which is opened once the command is understood. */
async function withStores(world: CommandLineWorld, run: (open: () => Promise<OpenedStores>) => Promise<number>): Promise<number> {
  const read = readSettings(world.env, world.workingFolder);
  if (read.status === 'invalid') {
    world.printError(`${read.problems.join('\n')}\n`);
    return 2;
  }
  return run(() => openStores(read.settings)).catch((error: unknown) => {
    world.printError(`${explain(error, read.settings.port)}\n`);
    return 1;
  });
}

const openTenants = ({ database, close }: OpenedStores): OpenedTenantService => ({ ...createTenancy(database), close });

const hasTenantIn = ({ database }: OpenedStores) => async (id: string): Promise<boolean> => (await createTenancy(database).service.listTenants()).some(({ tenant }) => tenant.id === id);

const openCatalog = (stores: OpenedStores) => ({ repository: stores.catalog, close: stores.close, hasTenant: hasTenantIn(stores) });

const openModels = (stores: OpenedStores): OpenedModelService => ({ models: createModelService({ models: stores.models, files: stores.modelFiles }), close: stores.close, hasTenant: hasTenantIn(stores) });

async function start(world: CommandLineWorld): Promise<number> {
  const read = readSettings(world.env, world.workingFolder);
  if (read.status === 'invalid') {
    world.printError(`${read.problems.join('\n')}\n`);
    return 2;
  }
  const server = await startServer(read.settings, world.folders ?? FOLDERS, world.log).catch((error: unknown) => explain(error, read.settings.port));
  if (typeof server === 'string') {
    world.printError(`${server}\n`);
    return 1;
  }
  world.print(`Vừa is ready: ${server.url}\nConsole: ${server.consoleUrl}\n`);
  await runUntilStopped(server, world);
  return 0;
}

async function runUntilStopped(server: RunningServer, world: CommandLineWorld): Promise<void> {
  await world.stopped();
  await server.close();
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another one, such as PORT=${port + 1}.`;
  if (code === 'EACCES') return `No permission: ${error.message}`;
  return error.message;
}
