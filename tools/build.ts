import { parseArgs } from 'node:util';
import { buildMissing } from './build/build-missing.ts';
import { BUILD_STEPS } from './build/build-steps.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

const HELP = `npm run build [-- --force]

Builds what is missing or older than its sources: ${BUILD_STEPS.map((step) => step.name).join(', then ')}.

  --force   build everything again
  --help    this text`;

const { values } = parseArgs({ options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });

if (values.help) {
  console.log(HELP);
} else {
  process.chdir(REPOSITORY_ROOT);
  process.exitCode = await buildMissing({ root: REPOSITORY_ROOT, force: values.force });
  if (process.exitCode === 0) console.log('Everything is built.');
}
