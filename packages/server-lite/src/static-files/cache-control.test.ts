import { expect, it } from 'vitest';
import { cacheControlOf } from './cache-control.ts';

it.each(['scan-1a2b3c4d.js', 'size-dialog-Bx3_k-Qa.js', 'tfjs-backend-wasm-simd-0a1b2c3d.wasm', 'chunks/pose-lite.0123456789abcdef.bin', 'scan-1a2b3c4d.js.br', 'scan-1a2b3c4d.js.gz'])('keeps %s for ever', (name) => {
  expect(cacheControlOf(name)).toBe('public, max-age=31536000, immutable');
});

it.each(['vua.js', 'vua.js.br', 'assets.json', 'tfjs-backend-wasm-simd.wasm', 'shop.css', 'index.js', 'shop.js', 'backend-internal.js', 'index.html'])('asks again for %s', (name) => {
  expect(cacheControlOf(name)).toBe('no-cache');
});
