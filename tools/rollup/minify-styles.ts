import type { Plugin } from 'rollup';

/** Leaves out what styles in `css` literals do not need: comments, line breaks, spaces around braces, semicolons and after a property's colon. */
export function minifyStyles(): Plugin {
  return {
    name: 'vua-minify-styles',
    transform: (code) => (code.includes('css`') ? { code: code.replace(/\bcss`([^`]*)`/g, (_literal, style: string) => `css\`${minifyStyle(style)}\``), map: null } : null),
  };
}

/** Strings in styles must hold none of what is shortened here; ours hold none. */
const minifyStyle = (style: string): string => style.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};]) ?/g, '$1').replace(/([a-z-]): /g, '$1:').replace(/;\}/g, '}').trim();
