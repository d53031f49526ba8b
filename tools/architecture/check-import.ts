import { posix } from 'node:path';
import { IMPORT_TABLE, type PackageRule } from './import-table.ts';

export interface ImportSite {
  /** Package folder, such as `sdk`. */
  readonly packageName: string;
  /** Below the package, with slashes, such as `src/scan/scan-state.ts`. */
  readonly path: string;
  readonly specifier: string;
  /** npm packages the package may use. */
  readonly dependencies: readonly string[];
}

/** Why an import is not allowed, or undefined when it is. */
export function checkImport(site: ImportSite): string | undefined {
  const rule = IMPORT_TABLE[site.packageName];
  if (rule === undefined) return `package ${site.packageName} is not in the import table`;
  if (site.specifier.startsWith('.')) return checkRelative(site, rule);
  if (site.specifier.startsWith('node:')) return rule.node ? undefined : `${site.packageName} may not import ${site.specifier}`;
  if (site.specifier.startsWith('@vua/')) return checkPackage(site, rule);
  const known = site.dependencies.some((name) => site.specifier === name || site.specifier.startsWith(`${name}/`));
  return known ? undefined : `${site.specifier} is not a dependency of ${site.packageName}`;
}

function checkPackage({ packageName, specifier }: ImportSite, rule: PackageRule): string | undefined {
  const allowed = rule.packages.some((door) => specifier === door || (door.endsWith('/*') && specifier.startsWith(door.slice(0, -1))));
  return allowed ? undefined : `${packageName} may not import ${specifier}`;
}

function checkRelative({ packageName, path, specifier }: ImportSite, rule: PackageRule): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  if (target.startsWith('..')) return `${specifier} leaves the package ${packageName}`;
  // `new URL('.', import.meta.url)`: the folder's address, which imports nothing.
  if (target.startsWith('artifacts/') || specifier === '.') return undefined;
  if (!target.startsWith('src/')) return `${specifier} leaves src`;
  return checkFolders(place(path), place(target), rule);
}

interface Place {
  /** Undefined for a file directly in `src`. */
  readonly folder: string | undefined;
  readonly file: string;
}

function place(path: string): Place {
  const [, ...parts] = path.split('/');
  return { folder: parts.length > 1 ? parts[0] : undefined, file: parts.at(-1) ?? '' };
}

function checkFolders(from: Place, to: Place, rule: PackageRule): string | undefined {
  if (from.folder === undefined) {
    return to.folder === undefined || rule.roots.includes(from.file) ? undefined : `${from.file} is not a root: it may not import ${to.folder}/`;
  }
  const allowed = rule.folders[from.folder];
  if (allowed === undefined) return `folder ${from.folder}/ is not in the import table`;
  if (to.folder === undefined) return rule.roots.includes(to.file) ? `${from.folder}/ may not import the root ${to.file}` : undefined;
  return to.folder === from.folder || allowed.includes(to.folder) ? undefined : `${from.folder}/ may not import ${to.folder}/`;
}
