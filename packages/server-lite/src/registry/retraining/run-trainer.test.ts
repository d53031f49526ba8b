import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createTrainer } from './run-trainer.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-trainer-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function scriptOf(name: string, source: string): string {
  const file = join(root, `${name}.mjs`);
  writeFileSync(file, source);
  return file;
}

const ORDER = { dataFile: join(root, 'events.ndjson'), outFolder: join(root, 'out'), minutes: 2 };
const never = new AbortController().signal;

it('gives the script its order, and nothing of the server\'s environment', async () => {
  process.env['DATABASE_URL'] = 'postgres://user:secret@host/db';
  const said = join(root, 'said.json');
  const run = createTrainer(scriptOf('good', `import { writeFileSync } from 'node:fs'; console.log('much'); writeFileSync(${JSON.stringify(said)}, JSON.stringify({ args: process.argv.slice(2), names: Object.keys(process.env) }));`));
  expect(await run(ORDER, never)).toEqual({ status: 'trained' });
  delete process.env['DATABASE_URL'];
  const { args, names } = JSON.parse(readFileSync(said, 'utf8')) as { args: string[]; names: string[] };
  expect(args).toEqual(['--data', ORDER.dataFile, '--format', 'events', '--split', 'all', '--unseen', '--out', ORDER.outFolder, '--minutes', '2']);
  expect(names).not.toContain('DATABASE_URL');
});

it.each([
  ['its own words', "process.stderr.write('warning\\ntrain:sequence: the log is too short\\n'); process.exitCode = 2;", 'the log is too short'],
  ['a package that is missing', "await import('no-such-package-here');", 'a package of the training is not installed, such as onnxruntime-node'],
  ['an error that quotes data', "throw new Error('row of a@b.example');", 'it ended with 1'],
  ['a signal', "process.kill(process.pid, 'SIGKILL'); setInterval(() => undefined, 1000);", 'it ended with a signal'],
])('says why it failed: %s', async (name, source, reason) => {
  expect(await createTrainer(scriptOf(name.replaceAll(' ', '-'), source))(ORDER, never)).toEqual({ status: 'failed', reason });
});

it('fails where there is no such program', async () => {
  expect(await createTrainer(scriptOf('any', ''), join(root, 'no-node'))(ORDER, never)).toMatchObject({ status: 'failed', reason: expect.stringContaining('ENOENT') as string });
});

it('ends the script when it is told to stop', async () => {
  const started = join(root, 'started');
  const watcher = watch(root);
  const halt = new AbortController();
  const running = createTrainer(scriptOf('endless', `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(started)}, String(process.pid)); setInterval(() => undefined, 1000);`))(ORDER, halt.signal);
  for (;;) {
    const [, file] = await once(watcher, 'change') as [string, string];
    if (file === 'started' && readFileSync(started, 'utf8') !== '') break;
  }
  watcher.close();
  halt.abort();
  expect(await running).toEqual({ status: 'failed', reason: 'it was stopped' });
});
