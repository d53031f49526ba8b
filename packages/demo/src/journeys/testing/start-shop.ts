import { fileURLToPath } from 'node:url';
import { createApp, createMemoryCatalog, readCatalogFile } from '@vua/server-lite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The demo's catalog as it lies in the repository. */
export const CATALOG = readCatalogFile(path('../../../catalog.json'));

export interface RunningShop {
  /** Origin, without a slash at its end. */
  readonly url: string;
  /** Ends the server and every connection to it; safe to call twice. */
  close(): Promise<void>;
}

/** Starts the built shop, SDK and API on a free port of this machine. */
export async function startShop(): Promise<RunningShop> {
  const app = await createApp({
    catalog: createMemoryCatalog(CATALOG),
    sdkFolder: path('../../../../sdk/dist'),
    shopFolders: [path('../../../dist'), path('../../../public')],
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
