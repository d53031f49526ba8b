import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

describe('what a shopper downloads', () => {
  it('has the check of charts, and neither importer, linter nor a general validator', async () => {
    const contents = "export { adviseSize, checkSizeChart, readSizeChart } from './index.ts';";
    const { metafile: { outputs } } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) }, bundle: true, format: 'esm', write: false, metafile: true });
    const used = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
    expect(used.filter((path) => path.includes('check-size-chart'))).toHaveLength(1);
    expect(used.filter((path) => /charts\/import\/|lint-size-chart|label-systems|typebox/.test(path))).toEqual([]);
  });
});
