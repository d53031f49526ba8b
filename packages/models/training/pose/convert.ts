import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { buildTaskFile } from './build-task-file.ts';
import { convertGraph } from './convert-graph.ts';
import { encodeModelFile } from './encode-model-file.ts';
import { readTflite } from './tflite-reader.ts';

const compress = promisify(brotliCompress);

const HELP = `Converts the BlazePose weights of the npm package @mediapipe/pose.

  npm run build:weights [-- --force] [--out DIR]

Writes model files (quantized and half float), bundles for @mediapipe/tasks-vision and manifest.json.
Sources and results are checked against the committed manifest by SHA-256.
`;

const ARTIFACTS = join(import.meta.dirname, '../../artifacts/pose');

/** File in the package -> its hash; the detector hides under another name. */
const SOURCES = {
  detector: { file: 'pose_solution_packed_assets.data', sha256: 'a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85' },
  lite: { file: 'pose_landmark_lite.tflite', sha256: 'f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61' },
  full: { file: 'pose_landmark_full.tflite', sha256: 'e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f' },
} as const;
type SourceName = keyof typeof SOURCES;

/**
 * Largest whole number of a quantized weight: 511 = ten bits, 896 = 10.8 bits. Chosen so that the mask on the same crop stays
 * above an intersection over union of 0.994 and the download within its limit; what was measured: docs/decisions/003-weight-precision.md.
 */
const LIMITS: Readonly<Record<SourceName, number>> = { detector: 511, lite: 511, full: 896 };

interface ManifestEntry {
  readonly sha256: string;
  readonly bytes: number;
}
export type Manifest = Readonly<Record<string, ManifestEntry>>;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, force: { type: 'boolean' }, out: { type: 'string', default: ARTIFACTS } } });
  if (values.help) return void process.stdout.write(HELP);
  if (!values.force && isComplete(values.out)) return void process.stdout.write('weights are up to date\n');
  mkdirSync(values.out, { recursive: true });
  const sources = readSources();
  const files = new Map<string, Uint8Array>();
  for (const name of Object.keys(SOURCES) as SourceName[]) {
    const converted = convertGraph(readTflite(sources[name]));
    files.set(`${name}-quantized.bin`, encodeModelFile(converted, { kind: 'quantized', limit: LIMITS[name] }));
    files.set(`${name}-half.bin`, encodeModelFile(converted, { kind: 'half' }));
  }
  for (const variant of ['lite', 'full'] as const) files.set(`${variant}.task`, buildTaskFile(sources.detector, sources[variant]));
  await write(values.out, files);
}

function readSources(): Record<SourceName, Uint8Array> {
  const folder = dirname(createRequire(import.meta.url).resolve('@mediapipe/pose/package.json'));
  const read = (name: SourceName): Uint8Array => {
    const { file, sha256 } = SOURCES[name];
    // Not a Buffer: its `slice` shares memory.
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    if (hashOf(bytes) !== sha256) throw new Error(`${file} has SHA-256 ${hashOf(bytes)}, expected ${sha256}`);
    return bytes;
  };
  return { detector: read('detector'), lite: read('lite'), full: read('full') };
}

/** Writes the files, each with a brotli twin, and checks them against the committed manifest. */
async function write(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const manifest: Manifest = Object.fromEntries([...files].map(([name, bytes]) => [name, { sha256: hashOf(bytes), bytes: bytes.length }]));
  const manifestPath = join(folder, 'manifest.json');
  const known = existsSync(manifestPath) ? (JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest) : undefined;
  for (const [name, { sha256 }] of Object.entries(manifest)) {
    const expected = known?.[name]?.sha256;
    if (expected !== undefined && expected !== sha256) throw new Error(`${name} came out as ${sha256}, the manifest says ${expected}`);
  }
  // On the thread pool: the best level takes some ten seconds a file.
  await Promise.all([...files].map(async ([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    if (name.endsWith('.task')) return void process.stdout.write(`${name} ${(bytes.length / 1000).toFixed(0)} kB\n`);
    const compressed = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    writeFileSync(join(folder, `${name}.br`), compressed);
    process.stdout.write(`${name} ${(bytes.length / 1000).toFixed(0)} kB, brotli ${(compressed.length / 1000).toFixed(0)} kB\n`);
  }));
  writeFileSync(manifestPath, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** True when every file of the manifest is there and is what the manifest says. */
function isComplete(folder: string): boolean {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return false;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return Object.entries(manifest).every(([name, { sha256 }]) => {
    const file = join(folder, name);
    return existsSync(file) && hashOf(readFileSync(file)) === sha256 && (name.endsWith('.task') || existsSync(`${file}.br`));
  });
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

await main();
