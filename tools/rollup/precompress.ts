import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'rollup';

/** Text and code, also for clients without brotli; of binaries only WebAssembly shrinks beyond what their own step did. */
const BOTH = new Set(['.js', '.json', '.css', '.svg', '.html']);
const BROTLI_ONLY = new Set(['.wasm', '.bin']);
/** The best level takes minutes on files that only fall-backs load. */
const BEST_UNDER_BYTES = 1_000_000;

/** Puts `.br` and `.gz` beside the files of a folder, so that the server never compresses. */
export function precompress(folder: string): Plugin {
  return {
    name: 'vua-precompress',
    writeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const both = BOTH.has(extname(name));
        if (!both && !BROTLI_ONLY.has(extname(name))) continue;
        const path = join(folder, name);
        const bytes = readFileSync(path);
        if (!existsSync(`${path}.br`) || both) writeFileSync(`${path}.br`, brotli(bytes));
        if (both) writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

function brotli(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length < BEST_UNDER_BYTES ? 11 : 7,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
