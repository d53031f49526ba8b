import type { Plugin } from 'rollup';

// What nothing of ours uses: cursors, whose iteration is the last part of the file, hearing that an opening is blocked,
// setting what databases and stores have, and asking with `in` what they have.
const UNUSED = [
  /const advanceMethodProps = [\s\S]*?(?=export \{)/,
  /let cursorAdvanceMethods;/,
  /\/\/ [^\n]*\nfunction getCursorAdvanceMethods\(\) \{[\s\S]*?\n\}/,
  /if \(getCursorAdvanceMethods\(\)\.includes\(func\)\) \{[\s\S]*?\n {4}\}/,
  /IDBCursor,/,
  /if \(blocked\) \{[\s\S]*?\n {4}\}/g,
  /blocked, (?=upgrade,)/,
  /\n {4}set\(target, prop, value\) \{[\s\S]*?\n {4}\},/,
  /\n {4}has\(target, prop\) \{[\s\S]*?\n {4}\},/,
  /\n {4}has: \(target, prop\) => [^\n]*/,
];

/** Leaves out the parts of idb that nothing of ours uses; bundlers cannot, because they run when it is loaded or first used. 0.5 kB gzip. */
export function trimIdb(): Plugin {
  return {
    name: 'vua-trim-idb',
    transform(code, id) {
      if (!/[\\/]idb[\\/]build[\\/]index\.js$/.test(id)) return null;
      if (!UNUSED.every((part) => code.search(part) >= 0)) throw new Error('idb is written otherwise than it was: look at trim-idb.ts');
      return { code: UNUSED.reduce((left, part) => left.replace(part, ''), code), map: null };
    },
  };
}
