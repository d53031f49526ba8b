import type { Plugin } from 'rollup';

/** Makes one space of each line break and the indentation after it. In minified code both stand only inside template literals, where markup and styles do not mind. */
export function collapseTemplates(): Plugin {
  return {
    name: 'vua-collapse-templates',
    renderChunk: { order: 'post', handler: (code) => ({ code: code.trimEnd().replace(/\n\s+/g, ' '), map: null }) },
  };
}
