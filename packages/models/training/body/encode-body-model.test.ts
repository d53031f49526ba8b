import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadBodyModel } from '../../src/body/load-body-model.ts';
import { encodeBodyModel } from './encode-body-model.ts';

const shipped = new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url)));

it('what is loaded encodes to the very bytes that it came from', () => {
  const encoded = encodeBodyModel(loadBodyModel(shipped.buffer));
  expect(Buffer.compare(encoded, Buffer.from(shipped))).toBe(0);
});

it('the manifest names the artifact by its hash', async () => {
  const { createHash } = await import('node:crypto');
  const manifest = JSON.parse(readFileSync(new URL('../../artifacts/body/manifest.json', import.meta.url), 'utf8')) as unknown;
  expect(manifest).toMatchObject({ kind: 'size/1', files: [{ name: 'body.bin', sha256: createHash('sha256').update(shipped).digest('hex'), bytes: shipped.length }] });
});
