import { fileURLToPath } from 'node:url';
import type { DestinationStream } from 'pino';
import { CHART_HELP, checkChartFile } from './check-chart-file.ts';
import { readSettings } from './read-settings.ts';
import { startServer, type RunningServer, type ServerFolders } from './start-server.ts';

const HELP = `vua start
vua chart check FILE

  start              serve the shop, the SDK and the API on one port, with SQLite; Ctrl+C stops it
  chart check FILE   say what is wrong with a size chart; vua chart --help tells more
  --help             this text

Environment of start:
  PORT       port to listen on              (default 3000; 0 takes a free one)
  HOST       address to listen on           (default localhost)
  DATA_DIR   folder of the SQLite database  (default .data)
`;

const packages = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const FOLDERS: ServerFolders = {
  sdk: packages('sdk/dist'),
  shop: [packages('demo/dist'), packages('demo/public')],
  catalogFile: packages('demo/catalog.json'),
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
    world.print(command === 'chart' ? CHART_HELP : HELP);
    return 0;
  }
  if (command === 'chart') return checkChartFile(rest, world);
  if (command !== 'start' || rest.length > 0) {
    world.printError(`${command === undefined ? 'No command given.' : `Unknown arguments: ${args.join(' ')}`}\n\n${HELP}`);
    return 2;
  }
  return start(world);
}

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
  world.print(`Vừa is ready: ${server.url}\n`);
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
