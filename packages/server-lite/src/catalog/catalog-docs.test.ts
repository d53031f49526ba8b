import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleCatalog } from '../testing/sample-catalog.ts';
import { FILE_SENTENCES, ROW_SENTENCES } from './import/import-sentences.ts';
import { createMemoryCatalog } from './memory-catalog.ts';
import { importText } from './testing/import-text.ts';

const text = readFileSync(new URL('../../../../docs/catalog.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```(csv|xml)\n([\s\S]*?)```/g)].map(([, language, content = '']) => ({ format: language === 'csv' ? 'csv' : 'feed', content } as const));

describe('docs/catalog.md', () => {
  it('has an example of each format', () => expect(examples.map(({ format }) => format)).toEqual(['csv', 'feed']));

  it.each(examples)('has an example without a fault: $format', async (example) => {
    expect(await importText(createMemoryCatalog(sampleCatalog()), example)).toMatchObject({ items: { created: 1, refused: 0 }, errors: 0, warnings: 0 });
  });

  it.each([...Object.keys(ROW_SENTENCES), ...Object.keys(FILE_SENTENCES)])('explains %s', (code) => expect(text).toContain(`\`${code}\``));
});
