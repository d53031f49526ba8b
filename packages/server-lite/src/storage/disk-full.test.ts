import { describe, expect, it } from 'vitest';
import { mayMount, openLimited, openOnSmallDisk, surviveFullDisk } from './testing/disk-full-faults.ts';

describe('SQLite event log on a full disk: it says so, loses nothing, and goes on by itself', () => {
  it('a file that may not grow', { timeout: 60_000 }, async () => {
    await expect(openLimited().then(surviveFullDisk)).resolves.toBeUndefined();
  });

  it.skipIf(!mayMount())('a disk of 24 MB (skipped where only root may mount one)', { timeout: 60_000 }, async () => {
    await expect(openOnSmallDisk().then(surviveFullDisk)).resolves.toBeUndefined();
  });
});
