import { existsSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { pino, type DestinationStream } from 'pino';
import { readCatalogFile } from './catalog/read-catalog-file.ts';
import { seedCatalog } from './catalog/seed-catalog.ts';
import { createSqliteCatalog } from './catalog/sqlite-catalog.ts';
import { createApp } from './create-app.ts';
import { LOG_OPTIONS } from './http/log-options.ts';
import type { Settings } from './read-settings.ts';
import { openDatabase } from './storage/open-database.ts';

export interface ServerFolders {
  /** The built SDK. */
  readonly sdk: string;
  /** The demo shop. */
  readonly shop: readonly string[];
  /** JSON file that fills an empty catalog. */
  readonly catalogFile: string;
}

export interface RunningServer {
  /** Such as `http://localhost:3000`. */
  readonly url: string;
  /** Finishes the requests that are under way, cutting those that need longer than `graceMs` (default 5 s), then closes the database. Safe to call twice. */
  readonly close: (graceMs?: number) => Promise<void>;
}

const CLOSE_GRACE_MS = 5000;

/**
 * Opens the database in `settings.dataDir`, fills an empty catalog, and listens.
 * @throws when the port is taken, or a folder cannot be written or is missing.
 */
export async function startServer(settings: Settings, folders: ServerFolders, log: DestinationStream = process.stderr): Promise<RunningServer> {
  const shopFolders = folders.shop.filter((folder) => existsSync(folder));
  if (!existsSync(folders.sdk)) throw new Error('The SDK is not built: run `npm run build`.');
  const database = openDatabase(join(settings.dataDir, 'vua.sqlite'));
  try {
    const catalog = createSqliteCatalog(database);
    await seedCatalog(catalog, () => readCatalogFile(folders.catalogFile));
    const isReady = async (): Promise<boolean> => database.prepare('SELECT 1 AS one').get()?.['one'] === 1;
    const app = await createApp({ catalog, isReady, sdkFolder: folders.sdk, shopFolders, logger: pino(LOG_OPTIONS, log) });
    await app.listen({ port: settings.port, host: settings.host });
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : settings.port;
    const close = async (graceMs = CLOSE_GRACE_MS): Promise<void> => {
      // A request that never ends must not keep the database open until the process is killed.
      const cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
      await app.close();
      clearTimeout(cut);
      if (database.isOpen) database.close();
    };
    return { url: urlOf(settings.host, port), close };
  } catch (error) {
    database.close();
    throw error;
  }
}

// What listens everywhere is reached, from this machine, as localhost; so is the default.
function urlOf(host: string, port: number): string {
  if (['0.0.0.0', '::', 'localhost'].includes(host)) return `http://localhost:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
