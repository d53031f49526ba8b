import { rollup } from 'rollup';
import { expect, it } from 'vitest';
import { minifyStyles } from './minify-styles.ts';

const CODE = "import { css } from 'lit';\nexport const label = 'a: b; c { d }';\nexport const styles = css`\n  /* of the row */\n  :host([open]) > .row::before, a:hover b { content: ''; margin: 0 -4px 1px; color: ${label}; }\n  @media (min-width: 600px) { .row { inset: auto 0; } }\n`;\n";

it('minifyStyles shortens css literals and nothing else', async () => {
  const entry = { name: 'entry', resolveId: (id: string) => (id === 'entry' ? id : { id, external: true }), load: () => CODE };
  const bundle = await rollup({ input: 'entry', plugins: [entry, minifyStyles()] });
  const { output: [{ code }] } = await bundle.generate({ format: 'es' });
  expect(code).toContain("css`:host([open]) > .row::before, a:hover b{content:'';margin:0 -4px 1px;color:${label}}@media (min-width:600px){.row{inset:auto 0}}`");
  expect(code).toContain("'a: b; c { d }'");
});
