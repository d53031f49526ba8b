import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';

export interface ServedFolders {
  /** Ends with a slash; a secure context. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** First part of the path -> folder. */
  readonly folders: Readonly<Record<string, string>>;
  /** Path -> contents. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Lets pages of other origins read the answers. */
  readonly crossOrigin?: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.jpg': 'image/jpeg', '.png': 'image/png', '.wasm': 'application/wasm',
};
const PAGE = '<!doctype html><title>lab</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';

/** Serves folders and a page that runs `/page.js`, on a free port of this machine. */
export async function serveFolders({ folders, files = {}, crossOrigin = false }: ServeOptions): Promise<ServedFolders> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://lab').pathname);
    read(path, folders, { '/': PAGE, ...files }).then(
      (body) => response.writeHead(200, {
        'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream', 'content-length': Buffer.byteLength(body),
        ...(crossOrigin && { 'access-control-allow-origin': '*' }),
      }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

async function read(path: string, folders: ServeOptions['folders'], files: Readonly<Record<string, string | Uint8Array>>): Promise<string | Uint8Array> {
  const fixed = files[path];
  if (fixed !== undefined) return fixed;
  const [, name = '', ...rest] = path.split('/');
  const folder = folders[name];
  const file = folder === undefined ? undefined : resolve(folder, rest.join('/'));
  if (folder === undefined || file === undefined || !file.startsWith(resolve(folder) + sep)) throw new Error(`no file at ${path}`);
  return readFile(file);
}
