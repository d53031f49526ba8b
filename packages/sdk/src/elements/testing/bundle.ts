import { build } from 'esbuild';

export interface BundledFile {
  readonly name: string;
  readonly text: string;
}

/** Bundles a browser entry with its lazy chunks in memory; the entry comes out as `<name>.js`. */
export async function bundle(entry: string, format: 'esm' | 'iife' = 'esm', define: Record<string, string> = {}): Promise<readonly BundledFile[]> {
  const result = await build({
    entryPoints: [entry], bundle: true, write: false, minify: true, format, splitting: format === 'esm', outdir: '/out', entryNames: '[name]', chunkNames: 'chunk-[hash]',
    target: 'es2022', legalComments: 'none', define, metafile: false, conditions: ['production'],
  });
  return result.outputFiles.map(({ path, text }) => ({ name: path.replace(/^.*[\\/]/, ''), text }));
}
