import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildMissing } from './build/build-missing.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { runCommand } from './run-command.ts';
import { secondsSince } from './seconds-since.ts';

const HELP = `npm test [-- --coverage] [-- FILTER ...]

Everything: finds or installs a Chromium, builds what is missing, checks types, lint and unused exports, then runs the unit tests
and the tests in the real browser. Stops at the first step that fails, with its exit code.

  FILTER       only test files whose path contains it (the checks before them run all the same)
  --coverage   also measure which lines of models and server-lite are reached
  --help       this text

  CHROME_PATH  the browser to use`;

const REPORT = join(REPOSITORY_ROOT, 'node_modules/.cache/vua-test-report.json');

interface Step {
  readonly name: string;
  readonly run: () => Promise<number>;
}

const node = (...args: readonly string[]): Promise<number> => runCommand(process.execPath, args);

async function findBrowser(): Promise<number> {
  const chromium = await ensureChromium();
  if (chromium === undefined) {
    console.log('No Chromium could be found or installed. Install Chrome or Chromium, or set CHROME_PATH.');
    return 1;
  }
  process.env['CHROME_PATH'] = chromium.path;
  console.log(`Browser tests use ${chromium.path} (${chromium.where}).`);
  return 0;
}

function runTests(filters: readonly string[], coverage: boolean): Promise<number> {
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  return node('node_modules/vitest/vitest.mjs', 'run', ...reporters, ...(coverage ? ['--coverage'] : []), ...filters);
}

const steps = (filters: readonly string[], coverage: boolean): readonly Step[] => [
  { name: 'browser', run: findBrowser },
  { name: 'build', run: () => buildMissing({ root: REPOSITORY_ROOT }) },
  { name: 'types', run: () => node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'types of models', run: () => node('node_modules/typescript/bin/tsc', '-p', 'packages/models/tsconfig.json') },
  { name: 'lint', run: () => node('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'unused exports', run: () => node('node_modules/knip/bin/knip.js') },
  { name: 'tests', run: () => runTests(filters, coverage) },
];

async function runSteps(all: readonly Step[]): Promise<number> {
  for (const step of all) {
    console.log(`\n> ${step.name}`);
    const startedMs = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- the first failing step ends the run
    const code = await step.run();
    console.log(`${code === 0 ? 'ok' : `FAILED (exit code ${code})`}: ${step.name}, ${secondsSince(startedMs)}`);
    if (code !== 0) return code;
  }
  return 0;
}

/** The last line of the run, for machines: CI reads it. */
function printCounts(): void {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
  } catch {
    console.log('0 passed, 1 failed');
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { coverage: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});

if (values.help) {
  console.log(HELP);
} else {
  process.chdir(REPOSITORY_ROOT);
  rmSync(REPORT, { force: true });
  process.exitCode = await runSteps(steps(positionals, values.coverage));
  printCounts();
}
