import { build } from 'esbuild';

/** Bundles a TypeScript module for a page. @param alias module -> the file that stands in for it. */
export async function bundlePage(entry: string, alias: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry], alias, bundle: true, write: false, format: 'esm', target: 'es2022', mainFields: ['module', 'main'], logLevel: 'silent',
    // Dead branches for Node in tfjs and MediaPipe.
    external: ['fs', 'path', 'worker_threads', 'perf_hooks', 'node:*'],
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error(`${entry} was not built`);
  return bundle.contents;
}
