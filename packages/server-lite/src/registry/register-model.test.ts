import type { TrendManifest } from '@vua/models/contracts';
import { type SequenceManifest, encodeModel, fitUnknownItems, initialParameters, quantizeModel } from '@vua/models/sequence';
import { fitTrends } from '@vua/models/trend';
import { expect, it } from 'vitest';
import { nameModelFiles } from '../storage/name-model-files.ts';
import { createMemoryModels } from './memory-models.ts';
import { createModelService } from './model-service.ts';
import { sampleSequenceModel, sampleTrendModel, type SampleModel } from './testing/sample-model.ts';

const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function openService() {
  const { models, files } = createMemoryModels();
  const heard: string[] = [];
  const service = createModelService({ models, files, now: () => 5000, observe: (kind, change) => void heard.push(`${kind} ${change}`) });
  const live = sampleSequenceModel(9);
  await service.register('demo', live);
  await service.switch(GROUP, { type: 'activate', version: live.manifest.version });
  return { service, heard, live: live.manifest.version };
}

it('keeps a model with its figures, files and the time of its events, once', async () => {
  const { service, heard } = await openService();
  const model = sampleSequenceModel(1);
  const version = {
    kind: 'sequence', version: model.manifest.version, number: 2, createdAtMs: 5000, status: 'candidate', files: model.manifest.files,
    metrics: { ndcg10: 0.2, hr10: 0.3, coverage: 0.5, gini: 0.6, validationCases: 10 }, dataRange: { fromMs: 1000, toMs: 2000 },
  };
  expect(await service.register('demo', model)).toEqual({ status: 'registered', version });
  expect(await service.register('demo', model)).toEqual({ status: 'known', version });
  expect(await service.register('demo', sampleTrendModel())).toMatchObject({ status: 'registered', version: { kind: 'trend', number: 1, metrics: sampleTrendModel().manifest.metrics } });
  expect(heard).toEqual(['sequence registered', 'sequence activate', 'sequence registered', 'trend registered']);
});

type Spoil = (model: SampleModel<SequenceManifest>) => SampleModel<unknown>;

/** A file changed with the manifest: only what it says is wrong. */
const rewritten = (name: string, bytes: Uint8Array): Spoil => ({ manifest, contents }) => {
  const changed = new Map([...contents, [name, bytes]]);
  return { manifest: { ...manifest, ...nameModelFiles(changed) }, contents: changed };
};

const without = (name: string): Spoil => ({ manifest, contents }) => {
  contents.delete(name);
  return { manifest, contents };
};

/** `refusal`: its reason, and the file where it names one. */
type Case = readonly [what: string, spoil: Spoil, refusal: string];

const cases: readonly Case[] = [
  ['a file that was cut off', (model) => ({ ...model, contents: model.contents.set('model.bin', (model.contents.get('model.bin') ?? utf8('')).slice(0, -1)) }), 'wrong-size model.bin'],
  ['a file that was changed', (model) => ({ ...model, contents: model.contents.set('partner.bin', (model.contents.get('partner.bin') ?? utf8('')).map((byte, at) => (at === 70 ? byte ^ 1 : byte))) }), 'wrong-hash partner.bin'],
  ['a wrong hash in the manifest', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, files: manifest.files.map((file) => ({ ...file, sha256: '0'.repeat(64) })) } }), 'wrong-hash model.bin'],
  ['the vocabulary of another model', (model) => ({ ...model, contents: model.contents.set('vocabulary.json', utf8('["item-3","item-2","item-1","item-0"]')) }), 'wrong-hash vocabulary.json'],
  ['another vocabulary with its hash', rewritten('vocabulary.json', utf8('["a","b","c"]')), 'unreadable-files'],
  ['a vocabulary that is none', rewritten('vocabulary.json', utf8('{"a":1}')), 'unreadable-files'],
  ['the vocabulary in another order with its hash', rewritten('vocabulary.json', utf8('["item-3","item-2","item-1","item-0"]')), 'unreadable-files'],
  ['sessions of shoppers as the simple method', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, shipped: { method: 'blend', partner: 'vsknn', weight: 1 } } }), 'unreadable-manifest'],
  ['weights of another shape', rewritten('model.bin', sampleSequenceModel(1, { items: 5 }).contents.get('model.bin') ?? utf8('')), 'unreadable-files'],
  ['weights that are no numbers', ({ manifest, contents }) => rewritten('model.bin', encodeModel({ shape: manifest.shape, vocabularySha256: manifest.files.find(({ name }) => name === 'vocabulary.json')?.sha256 ?? '' }, quantizeModel(initialParameters(manifest.shape, () => NaN), fitUnknownItems({}, [], manifest.shape), manifest.shape)))({ manifest, contents }), 'unreadable-files'],
  ['weights too large for finite scores', ({ manifest, contents }) => rewritten('model.bin', encodeModel({ shape: manifest.shape, vocabularySha256: manifest.files.find(({ name }) => name === 'vocabulary.json')?.sha256 ?? '' }, quantizeModel(initialParameters(manifest.shape, () => 2e36), fitUnknownItems({}, [], manifest.shape), manifest.shape)))({ manifest, contents }), 'unreadable-files'],
  ['a blend too heavy for finite scores', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, shipped: { method: 'blend', partner: 'coVisitation', weight: 1e308 } } }), 'unreadable-files'],
  ['weights that are none', rewritten('model.bin', utf8('VUASEQ1\n\0\0\0\0{{{{')), 'unreadable-files'],
  ['a head of another program', rewritten('model.bin', utf8('VUASEQ1\n\x38\0\0\0{"header":{},"tensors":[["items","float65",3]]}                ')), 'unreadable-files'],
  ['a file that is missing', without('partner.bin'), 'missing-file partner.bin'],
  ['a file more', (model) => ({ ...model, contents: model.contents.set('readme.txt', utf8('hello')) }), 'unnamed-file readme.txt'],
  ['a file that no sequence model is without, left out of the manifest', ({ manifest, contents }) => {
    contents.delete('partner.bin');
    return { contents, manifest: { ...manifest, ...nameModelFiles(contents) } };
  }, 'missing-file partner.bin'],
  ['another version', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, version: '0123456789ab' } }), 'wrong-version'],
  ['another kind', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, kind: 'horoscope/1' } }), 'unreadable-manifest'],
  ['another format', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, kind: 'sequence/2' } }), 'unreadable-manifest'],
  ['a shape that is no shape', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, shape: { ...manifest.shape, blocks: 1e9 } } }), 'unreadable-manifest'],
  ['a giant name', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, files: manifest.files.map((file) => ({ ...file, name: 'a'.repeat(65) })) } }), 'unreadable-manifest'],
  ['a way out', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, files: manifest.files.map((file) => ({ ...file, name: `../${file.name}` })) } }), 'unreadable-manifest'],
  ['one name twice', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, files: [...manifest.files, ...manifest.files] } }), 'unreadable-manifest'],
  ['a giant file in the manifest', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, files: manifest.files.map((file) => ({ ...file, bytes: 2 ** 26 + 1 })) } }), 'unreadable-manifest'],
  ['a giant manifest', ({ manifest, contents }) => ({ contents, manifest: { ...manifest, note: 'x'.repeat(300_000) } }), 'unreadable-manifest'],
  ['no manifest', ({ contents }) => ({ contents, manifest: 'sequence/1' }), 'unreadable-manifest'],
];

it.each<Case>(cases)('refuses %s, and the old one stays', async (_what, spoil, refusal) => {
  const [reason, file] = refusal.split(' ');
  const { service, heard, live } = await openService();
  expect(await service.register('demo', spoil(sampleSequenceModel(1)))).toEqual({ status: 'refused', refusal: { reason, ...(file !== undefined && { file }) } });
  expect((await service.list(GROUP)).map(({ version, status }) => [version, status])).toEqual([[live, 'active']]);
  expect(heard.at(-1)).toBe('unknown refused');
});

type SpoilTrend = (model: SampleModel<TrendManifest>) => SampleModel<unknown>;

const FIT = fitTrends([]);
const withFile = (name: string, text: string): SpoilTrend => ({ manifest, contents }) => {
  const changed = new Map([...contents, [name, utf8(text)]]);
  return { manifest: { ...manifest, ...nameModelFiles(changed) }, contents: changed };
};
const saying = (said: object): SpoilTrend => ({ manifest, contents }) => ({ manifest: { ...manifest, ...said }, contents });

it.each<readonly [what: string, spoil: SpoilTrend, refusal: string]>([
  ['a fit that is none', withFile('fit.json', '{"weights":[]}'), 'unreadable-files fit.json'],
  ['a shadow that is cut off', withFile('shadow.json', JSON.stringify(FIT).slice(0, -1)), 'unreadable-files shadow.json'],
  ['a fit with what is no number', withFile('fit.json', JSON.stringify({ ...FIT, fittedToWeek: null })), 'unreadable-files fit.json'],
  ['an infinite scale', withFile('fit.json', JSON.stringify({ ...FIT, scales: { linen: { change: 7, path: 1 } } }).replace('7', '1e999')), 'unreadable-files fit.json'],
  ['a scale of nothing', withFile('fit.json', JSON.stringify({ ...FIT, scales: { linen: { change: 0, path: 1 } } })), 'unreadable-files fit.json'],
  ['weights of another shape', withFile('fit.json', JSON.stringify({ ...FIT, ridge: [[1, 2]] })), 'unreadable-files fit.json'],
  ['no quantiles', withFile('fit.json', JSON.stringify({ ...FIT, calibration: { ...FIT.calibration, less: { ...FIT.calibration.less, changeQuantiles: [] } } })), 'unreadable-files fit.json'],
  ['no shadow', ({ manifest, contents }) => {
    contents.delete('shadow.json');
    return { contents, manifest: { ...manifest, ...nameModelFiles(contents) } };
  }, 'missing-file shadow.json'],
  ['another reason', saying({ reason: 'whim' }), 'unreadable-manifest'],
  ['no time', saying({ madeMs: undefined }), 'unreadable-manifest'],
  ['no series', saying({ seriesSha256: 'all' }), 'unreadable-manifest'],
  ['no figures', saying({ metrics: {} }), 'unreadable-manifest'],
])('refuses a trend model with %s', async (_what, spoil, refusal) => {
  const [reason, file] = refusal.split(' ');
  const { service } = await openService();
  expect(await service.register('demo', spoil(sampleTrendModel()))).toEqual({ status: 'refused', refusal: { reason, ...(file !== undefined && { file }) } });
  expect(await service.list({ tenantId: 'demo', kind: 'trend' })).toEqual([]);
});
