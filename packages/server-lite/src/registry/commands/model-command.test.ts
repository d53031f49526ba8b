import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createMemoryModels } from '../memory-models.ts';
import { createModelService } from '../model-service.ts';
import { sampleSequenceModel } from '../testing/sample-model.ts';
import { writeModel } from '../testing/write-model.ts';
import { manageModels } from './model-command.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-models-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const [FIRST, SECOND] = [sampleSequenceModel(1), sampleSequenceModel(2)];
writeModel(join(root, 'first'), FIRST);
writeModel(join(root, 'second'), SECOND);

function openWorld() {
  const { models, files } = createMemoryModels();
  let nowMs = Date.UTC(2026, 10, 1);
  const service = createModelService({ models, files, now: () => (nowMs += 60_000) });
  const said = { printed: '', errors: '', opened: 0, closed: 0 };
  const run = async (...args: readonly string[]): Promise<{ code: number; printed: string; errors: string }> => {
    Object.assign(said, { printed: '', errors: '' });
    const code = await manageModels(args, {
      workingFolder: root, print: (text) => void (said.printed += text), printError: (text) => void (said.errors += text),
      open: async () => {
        said.opened += 1;
        return { models: service, hasTenant: async (id) => id === 'demo', close: async () => void (said.closed += 1) };
      },
    });
    return { code, printed: said.printed, errors: said.errors };
  };
  return { run, said, service };
}

it('takes what the training wrote, and says which of it devices load', async () => {
  const { run, said, service } = openWorld();
  const [first, second] = [FIRST.manifest.version, SECOND.manifest.version];
  expect((await run('list')).printed).toBe('There are no versions.\n');
  expect(await run('add', 'first')).toMatchObject({ code: 0, errors: '', printed: expect.stringMatching(new RegExp(`^sequence  1  ${first}  candidate     2026-11-01T00:0\\d  ndcg10 0\\.2000  hr10 0\\.3000  coverage 0\\.5000  gini 0\\.6000  validationCases 10\\n$`)) as string });
  expect((await run('add', 'first')).printed).toContain('has this version already');
  await run('add', 'second');
  await run('activate', first);
  expect((await run('canary', second, '--share', '0.05')).printed).toMatch(new RegExp(`${second}  canary 0\\.05 [^]*${first}  active `));
  expect((await run('rollback')).printed).toMatch(new RegExp(`${second}  rejected [^]*${first}  active `));
  await run('activate', second);
  expect((await run('list')).printed).toMatch(new RegExp(`${second}  active [^]*${first}  retired `));
  await service.switch({ tenantId: 'demo', kind: 'sequence' }, { type: 'try', version: first, share: 0.1 });
  expect((await run('list')).printed).toContain(`${first}  canary 0.1 on trial  `);
  expect(said.closed).toBe(said.opened);
});

it.each<readonly [string, () => void, string]>([
  ['cut off', () => truncateSync(join(root, 'spoiled', 'model.bin'), 100), 'model.bin: a file is cut off, or longer than manifest.json says [wrong-size]'],
  ['changed', () => writeFileSync(join(root, 'spoiled', 'vocabulary.json'), '["item-0","item-1","item-2","item-4"]'), 'vocabulary.json: a file was changed after manifest.json was written [wrong-hash]'],
  ['missing', () => rmSync(join(root, 'spoiled', 'partner.bin')), 'partner.bin: a file that manifest.json names is not there [missing-file]'],
  ['too large', () => truncateSync(join(root, 'spoiled', 'model.bin'), 2 ** 26 + 1), 'model.bin: a file is larger than 64 MB [too-large]'],
  ['without a manifest', () => rmSync(join(root, 'spoiled', 'manifest.json')), 'spoiled has no manifest.json.'],
  ['half a manifest', () => truncateSync(join(root, 'spoiled', 'manifest.json'), 50), 'manifest.json is not what the training writes [unreadable-manifest]'],
  ['a manifest that leads out', () => writeFileSync(join(root, 'spoiled', 'manifest.json'), JSON.stringify({ ...FIRST.manifest, files: [{ ...FIRST.manifest.files[0], name: '../first/model.bin' }] })), '[unreadable-manifest]'],
])('refuses a model that is %s, and the old one stays', async (_what, spoil, sentence) => {
  const { run } = openWorld();
  await run('add', 'first');
  await run('activate', FIRST.manifest.version);
  const before = (await run('list')).printed;
  writeModel(join(root, 'spoiled'), sampleSequenceModel(3));
  spoil();
  expect(await run('add', 'spoiled')).toMatchObject({ code: 1, printed: '', errors: expect.stringContaining(sentence) as string });
  expect((await run('list')).printed).toBe(before);
  rmSync(join(root, 'spoiled'), { recursive: true });
});

it.each([
  [['activate', '0123456789ab'], 'unknown-version'], [['rollback'], 'nothing-before'], [['list', '--tenant', 'nobody'], 'no shop nobody'], [['add', 'nowhere'], 'no manifest.json'],
])('says why %j is impossible', async (args, word) => {
  expect(await openWorld().run(...args)).toMatchObject({ code: 1, printed: '', errors: expect.stringContaining(word) as string });
});

it.each([
  [[], 'Nothing'], [['burn'], 'model burn'], [['add'], 'folder'], [['activate'], 'version'], [['canary', '0123456789ab'], '--share'], [['canary', '0123456789ab', '--share', '1'], '--share'],
  [['canary', '0123456789ab', '--share', 'half'], '--share'], [['list', '--kind', 'horoscope'], 'horoscope'], [['list', 'all'], 'all'], [['add', 'first', 'second'], 'second'], [['list', '--shop', 'demo'], '--shop'],
])('does not understand %j, and opens nothing', async (args, word) => {
  const { run, said } = openWorld();
  expect(await run(...args)).toMatchObject({ code: 2, printed: '', errors: expect.stringContaining(word) as string });
  expect(said.opened).toBe(0);
});
