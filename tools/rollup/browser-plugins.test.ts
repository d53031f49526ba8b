import { join } from 'node:path';
import { type Plugin, rollup } from 'rollup';
import { expect, it } from 'vitest';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { browserPlugins } from './browser-plugins.ts';

it('keeps for each file what its package says of side effects, so that nothing unused is bundled', async () => {
  const sideEffects = new Map<string, boolean>();
  const collect: Plugin = {
    name: 'collect',
    buildEnd() {
      for (const id of this.getModuleIds()) sideEffects.set(id, this.getModuleInfo(id)?.moduleSideEffects !== false);
    },
  };
  const build = await rollup({ input: join(REPOSITORY_ROOT, 'packages/sdk/src/open-ranking.ts'), plugins: browserPlugins(collect), onwarn: () => undefined });
  await build.close();
  const ours = [...sideEffects].filter(([id]) => id.startsWith(join(REPOSITORY_ROOT, 'packages/models/src')));
  expect(ours.length).toBeGreaterThan(10);
  expect(ours.filter(([, has]) => has)).toEqual([]);
});
