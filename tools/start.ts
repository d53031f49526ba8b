import { parseArgs } from 'node:util';
import { buildMissing } from './build/build-missing.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm start

Builds what is missing, then serves shop, SDK and API on one port and prints its URL. Ctrl+C stops it.

  PORT       port to listen on              (default 3000)
  HOST       address to listen on           (default localhost)
  DATA_DIR   folder of the SQLite database  (default .data)
  --help     this text`;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });

if (values.help) {
  console.log(HELP);
} else {
  process.chdir(REPOSITORY_ROOT);
  const built = await buildMissing({ root: REPOSITORY_ROOT });
  process.exitCode = built === 0 ? await runCommand(process.execPath, ['packages/server-lite/bin/vua.ts', 'start']) : built;
}
