import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildMissing } from './build/build-missing.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { runCommand } from './run-command.ts';
import { isFirstStart } from './simulate/is-first-start.ts';
import { writeDemoEvents } from './simulate/write-demo-events.ts';

const HELP = `npm start

Builds what is missing, then serves shop, SDK and API on one port and prints its URL. Ctrl+C stops it.
At the first start, four weeks of simulated shoppers fill the demo shop's event log, so that it has something to recommend from.

  PORT         port to listen on              (default 3000)
  HOST         address to listen on           (default localhost)
  DATA_DIR     folder of the SQLite database  (default .data)
  DEMO_EVENTS  0: no simulated shoppers; a file: the events of this export (NDJSON) instead
  --help       this text`;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });

if (values.help) {
  console.log(HELP);
} else {
  process.chdir(REPOSITORY_ROOT);
  const built = await buildMissing({ root: REPOSITORY_ROOT });
  process.exitCode = built === 0 ? await runCommand(process.execPath, ['packages/server-lite/bin/vua.ts', 'start'], { env: await withDemoEvents() }) : built;
}

// The server asks the log itself whether it is empty; this only spares later starts the writing.
async function withDemoEvents(): Promise<NodeJS.ProcessEnv> {
  if (process.env['DEMO_EVENTS'] || !isFirstStart(resolve(process.env['DATA_DIR'] || '.data'))) return process.env;
  const file = join(REPOSITORY_ROOT, 'node_modules', '.cache', 'vua-demo', 'events.ndjson');
  await writeDemoEvents(REPOSITORY_ROOT, file, Date.now());
  return { ...process.env, DEMO_EVENTS: file };
}
