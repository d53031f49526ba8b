import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { REPOSITORY_ROOT } from '../../../../../tools/repository-root.ts';
import { DEMO_MODEL_FOLDER } from '../../../../../tools/simulate/demo-model-folder.ts';
import { writeDemoEvents } from '../../../../../tools/simulate/write-demo-events.ts';
import { readCatalogFile, readSettings, startServer } from '@vua/server-lite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const COMMAND = path('../../../../server-lite/bin/vua.ts');
const CATALOG_FILE = path('../../../catalog.json');

/** The demo's catalog as it lies in the repository. */
export const CATALOG = readCatalogFile(CATALOG_FILE);

export interface RunningShop {
  /** Origin, without a slash at its end. */
  readonly url: string;
  /** The merchant's console, signed in. */
  readonly consoleUrl: string;
  /** Makes a secret key of the demo's shop, as an operator does. @returns its credential */
  createKey(permission: string): Promise<string>;
  /** Runs `vua` on the shop's database, as an operator does. @returns what it printed; rejects where it fails */
  command(...given: readonly string[]): Promise<string>;
  /** Ends the server and every connection to it; safe to call twice. */
  close(): Promise<void>;
}

export interface ShopOptions {
  /** With four weeks of simulated shoppers and the model that comes with the shop, as the first `npm start` has them. @default false */
  readonly hasHistory?: boolean;
}

/** Starts the server with the built shop, SDK and API on a free port of this machine, and a database of its own. */
export async function startShop({ hasHistory = false }: ShopOptions = {}): Promise<RunningShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vua-shop-'));
  const read = readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...(hasHistory && await writeHistory(dataDir)) }, dataDir);
  if (read.status === 'invalid') throw new Error(read.problems.join(' '));
  const folders = { sdk: path('../../../../sdk/dist'), shop: [path('../../../dist'), path('../../../public')], catalogFile: CATALOG_FILE };
  const server = await startServer(read.settings, folders, { write: () => true });
  return {
    url: server.url,
    consoleUrl: server.consoleUrl,
    createKey: (permission) => createKey(dataDir, permission),
    command: (...given) => runCommand(dataDir, given),
    close: async () => {
      await server.close(0);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function writeHistory(dataDir: string): Promise<NodeJS.ProcessEnv> {
  const file = join(dataDir, 'simulated.ndjson');
  await writeDemoEvents(REPOSITORY_ROOT, file, Date.now());
  return { DEMO_EVENTS: file, DEMO_MODEL: join(REPOSITORY_ROOT, DEMO_MODEL_FOLDER) };
}

async function createKey(dataDir: string, permission: string): Promise<string> {
  const [credential] = /vua_sk_\S+/.exec(await runCommand(dataDir, ['key', 'create', '--tenant', 'demo', '--permission', permission])) ?? [];
  if (credential === undefined) throw new Error('no key was made');
  return credential;
}

async function runCommand(dataDir: string, given: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...given], { env: { ...process.env, DATA_DIR: dataDir } });
  return stdout;
}
