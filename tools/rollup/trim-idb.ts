import type { Plugin } from 'rollup';

// Iterating over cursors: the last part of the file, which nothing of ours uses.
const ITERATORS = /const advanceMethodProps = [\s\S]*?(?=export \{)/;

/** Leaves out the part of idb that changes every cursor for iteration; bundlers cannot, because it runs when it is loaded. 0.4 kB gzip. */
export function trimIdb(): Plugin {
  return {
    name: 'vua-trim-idb',
    transform(code, id) {
      if (!/[\\/]idb[\\/]build[\\/]index\.js$/.test(id)) return null;
      if (!ITERATORS.test(code)) throw new Error('idb is written otherwise than it was: look at trim-idb.ts');
      return { code: code.replace(ITERATORS, ''), map: null };
    },
  };
}
