import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCatalogFile, readSettings, startServer } from '@vua/server-lite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const CATALOG_FILE = path('../../../catalog.json');

/** The demo's catalog as it lies in the repository. */
export const CATALOG = readCatalogFile(CATALOG_FILE);

export interface RunningShop {
  /** Origin, without a slash at its end. */
  readonly url: string;
  /** The merchant's console, signed in. */
  readonly consoleUrl: string;
  /** Ends the server and every connection to it; safe to call twice. */
  close(): Promise<void>;
}

/** Starts the server with the built shop, SDK and API on a free port of this machine, and a database of its own. */
export async function startShop(): Promise<RunningShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vua-shop-'));
  const read = readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir }, dataDir);
  if (read.status === 'invalid') throw new Error(read.problems.join(' '));
  const folders = { sdk: path('../../../../sdk/dist'), shop: [path('../../../dist'), path('../../../public')], catalogFile: CATALOG_FILE };
  const server = await startServer(read.settings, folders, { write: () => true });
  return {
    url: server.url,
    consoleUrl: server.consoleUrl,
    close: async () => {
      await server.close(0);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
