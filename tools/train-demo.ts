import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { DEMO_MODEL_FOLDER } from './simulate/demo-model-folder.ts';
import { makeDemoModel } from './simulate/demo-model.ts';

const HELP = `npm run train:demo

Trains the demo shop's sequence model on its own simulated log (seed 1) and writes it to ${DEMO_MODEL_FOLDER}, from where \`npm start\` takes it.
To be run again where the simulator, the demo's catalog or the format of models changed: a test says so.

  --help  this text`;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });

if (values.help) {
  console.log(HELP);
} else {
  const made = await makeDemoModel(REPOSITORY_ROOT, join(REPOSITORY_ROOT, DEMO_MODEL_FOLDER), { say: (line) => console.log(`train:demo: ${line}`), onProgress: () => undefined });
  if (made.status === 'refused') console.error(`train:demo: ${made.reason}`);
  process.exitCode = made.status === 'made' ? 0 : 2;
}
