import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildMissing } from './build/build-missing.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { runCommand } from './run-command.ts';
import { DEMO_MODEL_FOLDER } from './simulate/demo-model-folder.ts';
import { isFirstStart } from './simulate/is-first-start.ts';
import { writeDemoEvents } from './simulate/write-demo-events.ts';

const HELP = `npm start

Builds what is missing, then serves shop, SDK and API on one port and prints its URL. Ctrl+C stops it.
At the first start, four weeks of simulated shoppers fill the demo shop's event log, so that it has something to recommend from;
and the shop gets the sequence model that was trained on such a log.

  PORT         port to listen on              (default 3000)
  HOST         address to listen on           (default localhost)
  DATA_DIR     folder of the SQLite database  (default .data)
  DEMO_EVENTS  0: no simulated shoppers and no model; a file: the events of this export (NDJSON) instead
  DEMO_MODEL   0: no sequence model; a folder: this trained one instead
  --help       this text`;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });

if (values.help) {
  console.log(HELP);
} else {
  process.chdir(REPOSITORY_ROOT);
  const built = await buildMissing({ root: REPOSITORY_ROOT });
  process.exitCode = built === 0 ? await runCommand(process.execPath, ['packages/server-lite/bin/vua.ts', 'start'], { env: await withDemo() }) : built;
}

// The server asks log and registry themselves whether they are empty; this only spares later starts the writing.
async function withDemo(): Promise<NodeJS.ProcessEnv> {
  const { DEMO_EVENTS: events, DEMO_MODEL: model } = process.env;
  // Events from elsewhere are of shoppers that this model never saw.
  if (events) return process.env;
  const env = { ...process.env, DEMO_MODEL: model || join(REPOSITORY_ROOT, DEMO_MODEL_FOLDER) };
  if (!isFirstStart(resolve(process.env['DATA_DIR'] || '.data'))) return env;
  const file = join(REPOSITORY_ROOT, 'node_modules', '.cache', 'vua-demo', 'events.ndjson');
  await writeDemoEvents(REPOSITORY_ROOT, file, Date.now());
  return { ...env, DEMO_EVENTS: file };
}
