import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readLogFile } from './read-log.ts';
import type { SequenceLog } from './sequence-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

const idsOf = ({ sequences, vocabulary }: SequenceLog): string[][] => sequences.map(({ items }) => Array.from(items, (item) => vocabulary[item] ?? ''));

describe('readLogFile', () => {
  it('reads pairs, users mixed, packed', async () => {
    const reading = await readLogFile(file('pairs.gz', 'u1 shirt\nu2 coat\nu1 coat\r\nu2 hat\n'), 'pairs');
    expect(reading.status === 'read' ? idsOf(reading.log) : reading).toEqual([['shirt', 'coat'], ['coat', 'hat']]);
  });

  it('reads sessions', async () => {
    const reading = await readLogFile(file('sessions', 'shirt coat  hat\nhat shirt\n'), 'sessions');
    expect(reading.status === 'read' ? idsOf(reading.log) : reading).toEqual([['shirt', 'coat', 'hat'], ['hat', 'shirt']]);
  });

  it('names wrong lines by their number and leaves them out', async () => {
    const reading = await readLogFile(file('wrong', 'u1 a\nu1\nu1 b\nu1 b c\n'), 'pairs');
    expect(reading).toMatchObject({ status: 'read', log: { problems: [{ line: 2, reason: 'a line is "user item"' }, { line: 4 }] } });
    expect(reading.status === 'read' ? idsOf(reading.log) : reading).toEqual([['a', 'b']]);
  });

  it('refuses a file with too many wrong lines', async () => {
    expect(await readLogFile(file('bad', 'x\ny\nz\nu a\nu b\n'), 'pairs', 2)).toMatchObject({ status: 'refused', reason: 'more than 2 wrong lines', problems: [{ line: 1 }, { line: 2 }, { line: 3 }] });
  });

  it.each([['an empty file', ''], ['one item', 'u a\nu a\n'], ['nobody with two steps', 'u a\nv b\n']])('says that there is nothing to learn from: %s', async (_what, text) => {
    expect(await readLogFile(file('little', text), 'pairs')).toMatchObject({ status: 'refused', reason: expect.stringContaining('nothing to learn from') as string });
  });

  it('says that a file is missing', async () => {
    expect(await readLogFile(join(folder, 'missing.gz'), 'pairs')).toEqual({ status: 'refused', reason: expect.stringContaining('no such file') as string, problems: [] });
  });
});
