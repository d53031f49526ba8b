import type { Plugin } from 'rollup';

// After the minifier, which always writes double quotes.
const IMPORT = /\bimport\("\.\/([^"]+)"\)/g;
const loadPart = (file: string): string => `globalThis[Symbol.for("vua.load-part")]("${file}")`;

/** Makes every `import()` wait until the loader of `sdk/src/load-parts.ts` has fetched the file, and what it imports, with its integrity. */
export function checkParts(): Plugin {
  return {
    name: 'vua-check-parts',
    renderChunk: {
      order: 'post',
      handler: (code) => ({ code: code.replace(IMPORT, (call, file: string) => `${loadPart(file)}.then(()=>${call})`), map: null }),
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          const unchecked = output.type === 'chunk' ? output.dynamicImports.find((file) => !output.code.includes(loadPart(file))) : undefined;
          if (unchecked !== undefined) throw new Error(`${output.fileName} imports ${unchecked} unchecked`);
        }
      },
    },
  };
}
