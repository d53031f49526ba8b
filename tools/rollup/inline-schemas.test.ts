import { join } from 'node:path';
import { rollup } from 'rollup';
import { expect, it } from 'vitest';
import { EVENT_DATA } from '@vua/models/contracts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { browserPlugins } from './browser-plugins.ts';

it('writes the schemas as they are, without the library that made them', async () => {
  const build = await rollup({ input: join(REPOSITORY_ROOT, 'packages/sdk/src/events/event-schemas.ts'), plugins: browserPlugins() });
  const { output: [{ code, imports }] } = await build.generate({ format: 'es' });
  const { EVENT_SCHEMAS } = await import(`data:text/javascript,${encodeURIComponent(code)}`) as { EVENT_SCHEMAS: unknown };
  expect(EVENT_SCHEMAS).toEqual(JSON.parse(JSON.stringify(EVENT_DATA)));
  expect(imports).toEqual([]);
  expect(code.length).toBeLessThan(JSON.stringify(EVENT_DATA).length);
});

it('refuses a bundle that holds the library all the same', async () => {
  const build = await rollup({ input: join(REPOSITORY_ROOT, 'packages/models/src/contracts/index.ts'), plugins: browserPlugins(), onwarn: () => undefined });
  await expect(build.generate({ format: 'es' })).rejects.toThrow('holds the schema library');
});
