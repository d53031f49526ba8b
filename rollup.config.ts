import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { RollupOptions } from 'rollup';
import { createAssetCollector } from './tools/rollup/asset-collector.ts';
import { browserPlugins } from './tools/rollup/browser-plugins.ts';
import { checkParts } from './tools/rollup/check-parts.ts';
import { collapseTemplates } from './tools/rollup/collapse-templates.ts';
import { minifyStyles } from './tools/rollup/minify-styles.ts';
import { precompress } from './tools/rollup/precompress.ts';
import { trimTfjs } from './tools/rollup/trim-tfjs.ts';

const SDK = join(import.meta.dirname, 'packages/sdk');
const DEMO = join(import.meta.dirname, 'packages/demo');
const ARTIFACTS = join(import.meta.dirname, 'packages/models/artifacts');
const DIST = join(SDK, 'dist');

const require = createRequire(join(SDK, 'package.json'));
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));
const visionWasm = join(dirname(require.resolve('@mediapipe/tasks-vision')), 'wasm');

/** Files the worker fetches, by their role in `sdk/src/worker/worker-assets.ts`. */
const WORKER_FILES = {
  'tfjs-wasm': join(folderOf('@tensorflow/tfjs-backend-wasm'), 'wasm-out/tfjs-backend-wasm-simd.wasm'),
  ...Object.fromEntries(['detector', 'lite', 'full'].flatMap((model) => ['quantized', 'half'].map((encoding) =>
    [`${model}-${encoding}`, join(ARTIFACTS, `pose/${model}-${encoding}.bin`)]))),
  'lite-task': join(ARTIFACTS, 'pose/lite.task'),
  'full-task': join(ARTIFACTS, 'pose/full.task'),
  'tasks-vision-wasm': join(visionWasm, 'vision_wasm_module_internal.wasm'),
  'body-model': join(ARTIFACTS, 'body/body.bin'),
};

/** The runtime of the sequence model, which its worker is given. */
const RUNTIME_FILES = { 'ort-wasm': join(dirname(require.resolve('onnxruntime-web')), 'ort-wasm-simd-threaded.wasm') };

const ENGINES = ['wasm', 'webgl', 'webgpu', 'tasks-vision'] as const;

rmSync(DIST, { recursive: true, force: true });
rmSync(join(DEMO, 'dist'), { recursive: true, force: true });

const assets = createAssetCollector(DIST);

/** What a bundle cannot resolve would fail in the shopper's browser: fail here. */
const onwarn: RollupOptions['onwarn'] = (warning, warn) => {
  if (warning.code === 'UNRESOLVED_IMPORT' || warning.code === 'MISSING_EXPORT') throw new Error(warning.message);
  // tfjs and comlink are written that way; neither harms.
  if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
};

/**
 * Modules of ours do nothing by being loaded, but for the script tag's entry. Said here, for all: the resolver reads `sideEffects` only where a package is named, so that a
 * module's first importer decided, by chance, whether what nobody uses of it is shipped too.
 */
const treeshake: RollupOptions['treeshake'] = { moduleSideEffects: (id) => !/[\\/]packages[\\/](?:models|sdk)[\\/]src[\\/]/.test(id) || id === join(SDK, 'src/script.ts') };

const workers = ENGINES.map((engine): RollupOptions => ({
  input: join(SDK, `src/worker/${engine}.worker.ts`),
  // A dead branch for Node in MediaPipe's loader.
  external: ['node:module'],
  output: { dir: DIST, format: 'es', entryFileNames: `worker-${engine}-[hash].js`, inlineDynamicImports: true },
  plugins: browserPlugins(trimTfjs(), assets.note(`worker-${engine}`), ...(engine === 'wasm' ? [assets.copy(WORKER_FILES)] : [])),
  onwarn, treeshake,
}));

const sequenceWorker: RollupOptions = {
  input: join(SDK, 'src/actions/sequence.worker.ts'),
  // Dead branches for Node in the runtime.
  external: (id) => /^(?:node:|worker_threads$|module$|fs$|fs\/promises$|os$|path$)/.test(id),
  output: { dir: DIST, format: 'es', entryFileNames: 'worker-sequence-[hash].js', inlineDynamicImports: true },
  plugins: browserPlugins(assets.note('worker-sequence'), assets.copy(RUNTIME_FILES)),
  onwarn, treeshake,
};

/** The script tag's module. On its own: the loader knows the integrity of each of its files. */
const elements: RollupOptions = {
  input: { elements: join(SDK, 'src/define-elements.ts') },
  // Else what the later chunks share with the entry moves out of it, into a file of its own to wait for.
  preserveEntrySignatures: 'allow-extension',
  output: { dir: DIST, format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
  plugins: [...browserPlugins(assets.define(), assets.note('elements'), minifyStyles()), collapseTemplates(), checkParts()],
  onwarn, treeshake,
};

/** The script tag's tracker: apart from the elements, so that a page that only counts loads no more. */
const tracker: RollupOptions = {
  input: { tracker: join(SDK, 'src/start-tracker.ts') },
  preserveEntrySignatures: 'allow-extension',
  output: { dir: DIST, format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
  plugins: [...browserPlugins(assets.define(), assets.note('tracker')), checkParts()],
  onwarn, treeshake,
};

/** What npm's users import. */
const npm: RollupOptions = {
  input: { index: join(SDK, 'src/index.ts'), adapters: join(SDK, 'src/adapters/index.ts') },
  output: { dir: DIST, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'npm-[name]-[hash].js' },
  plugins: browserPlugins(assets.define()),
  onwarn, treeshake,
};

const loader: RollupOptions = {
  input: join(SDK, 'src/script.ts'),
  output: { file: join(DIST, 'vua.js'), format: 'iife' },
  plugins: browserPlugins(assets.define('elements', 'tracker'), assets.write(), precompress(DIST)),
  onwarn, treeshake,
};

// Each on its own: what both need would become a third file, to wait for.
const pages = ['shop', 'console'].map((page, index, all): RollupOptions => ({
  input: join(DEMO, `src/${page}.ts`),
  output: { file: join(DEMO, `dist/${page}.js`), format: 'es', inlineDynamicImports: true },
  plugins: browserPlugins(...(index === all.length - 1 ? [precompress(join(DEMO, 'dist'))] : [])),
  onwarn, treeshake,
}));

if (!existsSync(WORKER_FILES['body-model'])) throw new Error('the body model is missing: run `npm run train:body` first');

export default [...workers, sequenceWorker, elements, tracker, npm, loader, ...pages];
