import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPackage } from './architecture/check-package.ts';
import { IMPORT_TABLE } from './architecture/import-table.ts';
import { listImports } from './architecture/list-imports.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

const PACKAGES = join(REPOSITORY_ROOT, 'packages');
const planted = mkdtempSync(join(tmpdir(), 'vua-architecture-'));

afterAll(() => rmSync(planted, { recursive: true, force: true }));

function plant(path: string, source: string, dependencies: Record<string, string> = {}): readonly string[] {
  const [packageName = ''] = path.split('/');
  rmSync(join(planted, packageName), { recursive: true, force: true });
  mkdirSync(dirname(join(planted, path)), { recursive: true });
  writeFileSync(join(planted, packageName, 'package.json'), JSON.stringify({ dependencies }));
  writeFileSync(join(planted, path), source);
  return checkPackage(planted, packageName);
}

describe('the import table', () => {
  it('names every package', () => {
    expect(readdirSync(PACKAGES).sort()).toEqual(Object.keys(IMPORT_TABLE).sort());
  });

  it.each(Object.keys(IMPORT_TABLE))('holds for %s', (packageName) => {
    expect(checkPackage(PACKAGES, packageName)).toEqual([]);
  });
});

describe('a planted bad import is caught', () => {
  it.each([
    ['a package below another', 'models/src/size/a.ts', "import { x } from '@vua/sdk';"],
    ['the server in the SDK', 'sdk/src/scan/a.ts', "import type { X } from '@vua/server-lite';"],
    ['the SDK in the server', 'server-lite/src/http/a.ts', "import { createVua } from '@vua/sdk';"],
    ['a private door for the demo', 'demo/src/shop.ts', "import { x } from '@vua/models/body';"],
    ['a relative path into another package', 'demo/src/shop.ts', "import { x } from '../../sdk/src/scan/a.ts';"],
    ['training code', 'models/src/body/a.ts', "import { x } from '../../training/body/train.ts';"],
    ['Node in the browser', 'sdk/src/store/a.ts', "import { readFileSync } from 'node:fs';"],
    ['a folder to the right', 'sdk/src/capture/a.ts', "export { x } from '../scan/b.ts';"],
    ['a folder of another row', 'sdk/src/scan/a.ts', "const x = await import('../store/b.ts');"],
    ['a leaf from below', 'sdk/src/scan/a.ts', "import '../elements/b.ts';"],
    ['a composition root', 'sdk/src/scan/a.ts', "import { createVua } from '../create-vua.ts';"],
    ['a worker by URL from the wrong folder', 'sdk/src/capture/a.ts', "new Worker(new URL('../worker/scan-worker.ts', import.meta.url));"],
    ['a server module from another', 'server-lite/src/catalog/a.ts', "import { x } from '../static-files/b.ts';"],
    ['an unknown folder', 'sdk/src/misc/a.ts', "import { x } from './b.ts';"],
    ['a package nobody declared', 'sdk/src/scan/a.ts', "import { debounce } from 'lodash';"],
  ])('%s', (_what, path, source) => {
    expect(plant(path, source)).toHaveLength(1);
  });

  it('while good ones pass', () => {
    const source = "import { wrap } from 'comlink';\nimport type { X } from '../worker/b.ts';\nimport { E } from '../sdk-error.ts';\nimport { y } from '@vua/models/body';";
    expect(plant('sdk/src/scan/a.ts', source, { comlink: '4.4.2' })).toEqual([]);
  });
});

it('reads imports, not comments', () => {
  const source = `// import { a } from 'a';\n/* import 'b'; */\nimport {\n  c,\n  d,\n} from 'c';\nexport type * from 'd';\nimport 'e';\nconst f = import('f'); // import 'g'`;
  expect([...listImports(source)].sort()).toEqual(['c', 'd', 'e', 'f']);
});
