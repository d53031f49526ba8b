import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { listFiles } from '../build/list-files.ts';
import { checkImport } from './check-import.ts';
import { listImports } from './list-imports.ts';

interface PackageManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Every import in a package's `src` that the table forbids, as `file: reason`. Tests may import what they need. */
export function checkPackage(packagesFolder: string, packageName: string): readonly string[] {
  const folder = join(packagesFolder, packageName);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies });
  const sources = listFiles(join(folder, 'src')).filter((file) => file.endsWith('.ts') && !isTest(file));
  return sources.flatMap((file) => {
    const path = relative(folder, file).replaceAll(sep, '/');
    const reasons = listImports(readFileSync(file, 'utf8')).map((specifier) => checkImport({ packageName, path, specifier, dependencies }));
    return reasons.filter((reason) => reason !== undefined).map((reason) => `${packageName}/${path}: ${reason}`);
  });
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.split(sep).includes('testing');
}
