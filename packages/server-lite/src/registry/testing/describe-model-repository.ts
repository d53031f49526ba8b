import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../storage/hash-of.ts';
import type { MemoryModels } from '../memory-models.ts';
import type { ModelRecord, NewModelRecord, StatusChange } from '../model-record.ts';

export interface OpenedModels extends MemoryModels {
  readonly close: () => Promise<void>;
}

const SHOP = { tenantId: 'a', kind: 'sequence' } as const;
const LARGE = Uint8Array.from({ length: 1_200_000 }, (_, at) => (at * 7) % 251);
const SMALL = Uint8Array.of(1, 2, 3);

const idOf = (digit: string): string => digit.repeat(12);

const newOf = (digit: string, createdAtMs: number, bytes = SMALL): NewModelRecord => ({
  kind: 'sequence', version: idOf(digit), createdAtMs, status: 'candidate', metrics: { ndcg10: 0.2 }, dataRange: { fromMs: 1, toMs: 2 },
  files: [{ name: 'model.bin', bytes: bytes.length, sha256: hashOf(bytes) }], manifest: { kind: 'sequence/1', deep: [{ text: 'Áo' }] },
});

/** As it is kept where the digits are registered in their order. */
const recordOf = (digit: string, createdAtMs: number): ModelRecord => ({ ...newOf(digit, createdAtMs), number: Number(digit) });

const become = (status: StatusChange['status'], digit: string): StatusChange => ({ version: idOf(digit), status, ...(status === 'canary' && { canaryShare: 0.1 }) });

/** What every pair of repositories of versions and contents must do. */
export const describeModelRepository = (name: string, open: () => Promise<OpenedModels>): void => void describe(`${name} models`, () => {
  let opened: OpenedModels;
  beforeEach(async () => {
    opened = await open();
    await opened.files.put('a', hashOf(SMALL), SMALL, 10);
  });
  afterEach(() => opened.close());
  testVersions(() => opened);
  testMoves(() => opened);
  testContents(() => opened);
});

async function addAll({ models }: OpenedModels, digits: readonly string[]): Promise<void> {
  for (const [place, digit] of digits.entries()) await models.add('a', newOf(digit, place));
}

const statusesIn = async ({ models }: OpenedModels): Promise<readonly string[]> => (await models.list(SHOP)).map(({ version, status }) => `${version[0]} ${status}`);

function testVersions(opened: () => OpenedModels): void {
  it('gives versions back as they were given, the newest first, each shop its own', async () => {
    const { models } = opened();
    expect(await models.list(SHOP)).toEqual([]);
    await addAll(opened(), ['1', '2']);
    expect(await models.list(SHOP)).toEqual([recordOf('2', 1), recordOf('1', 0)]);
    expect(await models.find(SHOP, idOf('1'))).toEqual(recordOf('1', 0));
    expect([await models.find({ ...SHOP, tenantId: 'b' }, idOf('1')), await models.find({ ...SHOP, kind: 'size' }, idOf('1'))]).toEqual([undefined, undefined]);
    expect(await models.list({ ...SHOP, tenantId: 'b' })).toEqual([]);
  });

  it('keeps a version once', async () => {
    const { models } = opened();
    expect([await models.add('a', newOf('1', 100)), await models.add('a', newOf('1', 300))]).toEqual([{ isNew: true, number: 1 }, { isNew: false, number: 1 }]);
    expect(await models.list(SHOP)).toEqual([recordOf('1', 100)]);
  });

  it('numbers the versions of each shop and kind from 1, and no two alike while the newer one is there', async () => {
    const { models, files } = opened();
    await addAll(opened(), ['1', '2', '3']);
    await files.put('b', hashOf(SMALL), SMALL, 10);
    expect(await models.add('b', newOf('1', 0))).toEqual({ isNew: true, number: 1 });
    expect(await models.add('a', { ...newOf('1', 0), kind: 'size' })).toEqual({ isNew: true, number: 1 });
    await models.remove(SHOP, [idOf('1'), idOf('2')]);
    // Registered last, whatever the clock says.
    expect(await models.add('a', newOf('1', 0))).toEqual({ isNew: true, number: 4 });
    expect((await models.list(SHOP)).map(({ version, number }) => `${version[0]} ${number}`)).toEqual(['1 4', '3 3']);
  });

  it('numbers versions that come at once, while others are moved, one after the other', async () => {
    const { models } = opened();
    await addAll(opened(), ['1']);
    const digits = ['2', '3', '4', '5', '6'];
    const [added] = await Promise.all([
      Promise.all([...digits, ...digits].map((digit) => models.add('a', newOf(digit, 5)))),
      models.change(SHOP, 500, () => [become('active', '1')]),
    ]);
    expect(added.filter(({ isNew }) => isNew)).toHaveLength(digits.length);
    expect((await models.list(SHOP)).map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('keeps no version without its files, of its own shop', async () => {
    const { models } = opened();
    await expect(models.add('a', newOf('1', 100, LARGE))).rejects.toThrow(/foreign key|is not there/i);
    await expect(models.add('b', newOf('1', 100))).rejects.toThrow(/foreign key|is not there/i);
    expect(await models.groups()).toEqual([]);
  });

  it('forgets versions, and lists who has some', async () => {
    const { models, files } = opened();
    await addAll(opened(), ['1', '2']);
    await files.put('b', hashOf(SMALL), SMALL, 10);
    await models.add('b', newOf('1', 0));
    expect(await models.groups()).toEqual([SHOP, { ...SHOP, tenantId: 'b' }]);
    await models.remove(SHOP, [idOf('1')]);
    await models.remove(SHOP, []);
    expect(await statusesIn(opened())).toEqual(['2 candidate']);
    expect((await models.list({ ...SHOP, tenantId: 'b' })).length).toBe(1);
  });
}

function testMoves(opened: () => OpenedModels): void {
  it('moves versions together', async () => {
    const { models } = opened();
    await addAll(opened(), ['1', '2', '3']);
    await models.change(SHOP, 500, () => [become('active', '1'), become('canary', '2')]);
    expect(await models.list(SHOP, ['active', 'canary'])).toEqual([{ ...recordOf('2', 1), status: 'canary', canaryShare: 0.1 }, { ...recordOf('1', 0), status: 'active', activatedAtMs: 500 }]);
    await models.change(SHOP, 600, () => [become('active', '2'), become('retired', '1')]);
    expect(await models.list(SHOP)).toEqual([recordOf('3', 2), { ...recordOf('2', 1), status: 'active', activatedAtMs: 600 }, { ...recordOf('1', 0), status: 'retired', activatedAtMs: 500 }]);
  });

  it('notes when a trial starts, ends it with any other move, and keeps the time since when a version is active', async () => {
    const { models } = opened();
    await addAll(opened(), ['1', '2']);
    await models.change(SHOP, 500, () => [become('active', '1'), { ...become('canary', '2'), startsTrial: true }]);
    expect(await models.find(SHOP, idOf('2'))).toEqual({ ...recordOf('2', 1), status: 'canary', canaryShare: 0.1, trialSinceMs: 500 });
    await models.change(SHOP, 600, () => [become('retired', '1'), { ...become('active', '2'), startsTrial: true }]);
    expect(await models.find(SHOP, idOf('2'))).toEqual({ ...recordOf('2', 1), status: 'active', activatedAtMs: 600, trialSinceMs: 600 });
    await models.change(SHOP, 700, () => [become('active', '2')]);
    expect(await models.find(SHOP, idOf('2'))).toEqual({ ...recordOf('2', 1), status: 'active', activatedAtMs: 600 });
  });

  it('puts no two versions into one place, and leaves all where they were when that is asked', async () => {
    const { models } = opened();
    await addAll(opened(), ['1', '2']);
    await models.change(SHOP, 500, () => [become('active', '1')]);
    await expect(models.change(SHOP, 600, () => [become('active', '2')])).rejects.toThrow(/unique|two versions/i);
    await expect(models.change(SHOP, 600, () => { throw new Error('thought better of it'); })).rejects.toThrow('thought better');
    expect(await statusesIn(opened())).toEqual(['2 candidate', '1 active']);
  });

  it('moves for one after the other', async () => {
    const { models } = opened();
    const digits = ['1', '2', '3', '4', '5'];
    await addAll(opened(), digits);
    await Promise.all(digits.map((digit) => models.change(SHOP, 500, (records) => [
      become('active', digit), ...records.filter(({ status }) => status === 'active').map(({ version }): StatusChange => ({ version, status: 'retired' })),
    ])));
    expect((await statusesIn(opened())).map((text) => text.slice(2)).sort()).toEqual(['active', 'retired', 'retired', 'retired', 'retired']);
  });
}

function testContents(opened: () => OpenedModels): void {
  it('gives contents back byte for byte, each shop its own', async () => {
    const { files } = opened();
    await files.put('a', hashOf(LARGE), LARGE, 10);
    await files.put('a', hashOf(LARGE), LARGE, 20);
    expect(hashOf(await files.read('a', hashOf(LARGE)) ?? SMALL)).toBe(hashOf(LARGE));
    expect([await files.read('b', hashOf(LARGE)), await files.read('a', hashOf('never'))]).toEqual([undefined, undefined]);
  });

  it('sweeps contents that no version names and nobody brought lately', async () => {
    const { files, models } = opened();
    await addAll(opened(), ['1']);
    await files.put('a', hashOf(LARGE), LARGE, 10);
    await files.put('b', hashOf(SMALL), SMALL, 10);
    expect(await files.sweep(10)).toBe(0);
    await files.put('b', hashOf(SMALL), SMALL, 50);
    expect(await files.sweep(20)).toBe(1);
    expect(await files.read('a', hashOf(LARGE))).toBeUndefined();
    expect([await files.read('a', hashOf(SMALL)), await files.read('b', hashOf(SMALL))].map((bytes) => bytes?.length)).toEqual([3, 3]);
    await models.remove(SHOP, [idOf('1')]);
    expect(await files.sweep(60)).toBe(2);
  });
}
