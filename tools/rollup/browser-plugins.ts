import { join } from 'node:path';
import commonjsPlugin from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { inlineSchemas } from './inline-schemas.ts';
import { trimIdb } from './trim-idb.ts';

// Its types describe a CommonJS module, its code is an ES module.
const commonjs = commonjsPlugin as unknown as typeof commonjsPlugin.default;

/** How code for browsers is resolved and minified; `extra` run first. */
export function browserPlugins(...extra: Plugin[]): Plugin[] {
  return [
    ...extra,
    inlineSchemas(),
    trimIdb(),
    // Not what a test's NODE_ENV asks for: libraries check more there, and are larger.
    nodeResolve({ browser: true, exportConditions: ['production'], extensions: ['.ts', '.js', '.mjs'] }),
    commonjs({ ignore: ['fs', 'path', 'worker_threads', 'perf_hooks', 'os', 'url', 'util', 'crypto'] }),
    // Modules are UTF-8 whatever the page is; escapes would make each letter of Vietnamese three times as long.
    withoutResolving(esbuild({ target: 'es2022', minify: true, charset: 'utf8', legalComments: 'none', logOverride: { 'unsupported-require-call': 'silent' }, tsconfig: join(REPOSITORY_ROOT, 'tsconfig.json') })),
  ];
}

// It finds files before node-resolve does, and forgets what their package says of side effects: whether the schema library is left out would then depend on which module was read first.
const withoutResolving = ({ resolveId: _unused, ...plugin }: Plugin): Plugin => plugin;
