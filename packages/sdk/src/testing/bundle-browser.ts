import { type OutputChunk, type RollupOutput, rollup } from 'rollup';
import { browserPlugins } from '../../../../tools/rollup/browser-plugins.ts';

/** Bundles a module for a page as a release is bundled, into one file. @param entry absolute path. */
export async function bundleBrowser(entry: string): Promise<string> {
  const { output: [chunk] } = await bundle(entry, true);
  return chunk.code;
}

/** What a page loads for a module before that module asks for more: the code of its file, and of all that it imports at once. */
export async function bundleAtOnce(entry: string): Promise<readonly string[]> {
  const { output } = await bundle(entry, false);
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set<OutputChunk>();
  const need = (chunk: OutputChunk | undefined): void => {
    if (!chunk || needed.has(chunk)) return;
    needed.add(chunk);
    for (const name of chunk.imports) need(chunks.get(name));
  };
  need(output[0]);
  return [...needed].map(({ code }) => code);
}

async function bundle(entry: string, inlineDynamicImports: boolean): Promise<RollupOutput> {
  const build = await rollup({
    input: entry, plugins: browserPlugins(), preserveEntrySignatures: 'allow-extension',
    onwarn: ({ code, message }) => { if (code === 'UNRESOLVED_IMPORT' || code === 'MISSING_EXPORT') throw new Error(message); },
  });
  const output = await build.generate({ format: 'es', inlineDynamicImports });
  await build.close();
  return output;
}
