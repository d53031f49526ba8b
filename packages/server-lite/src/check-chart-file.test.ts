import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from './run-command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-chart-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
}

async function vua(...args: readonly string[]): Promise<Outcome> {
  let printed = '';
  let errors = '';
  const world = { env: {}, workingFolder: folder, print: (text: string) => void (printed += text), printError: (text: string) => void (errors += text), stopped: () => Promise.reject(new Error('no server is started')) };
  const code = await runCommandLine(args, world);
  return { code, printed, errors };
}

/** Checks a file with this content. */
function check(name: string, content: string | Uint8Array, ...options: readonly string[]): Promise<Outcome> {
  writeFileSync(join(folder, name), content);
  return vua('chart', 'check', name, ...options);
}

const CLEAN = 'Size,Chest (cm),Waist (cm),Hip (cm)\nS,82-86,66-70,90-94\nM,86-90,70-74,94-98\n';
const FAULTY = 'Size,Chest (cm),Waist (cm),Hip (cm)\nS,82-86,66-70,90-94\nM,86-90,74-70,96-98\n';

describe('vua chart check', () => {
  it('says what a clean chart is', async () => {
    expect(await check('clean.csv', CLEAN, '--garment', 'dress')).toEqual({ code: 0, printed: 'clean.csv: 2 sizes, dress, regular fit; errors: 0, warnings: 0\n', errors: '' });
  });

  it('names line and column of every fault, and fails with errors', async () => {
    const { code, printed } = await check('faulty.csv', FAULTY, '--garment', 'dress');
    expect(code).toBe(1);
    expect(printed.split('\n')).toEqual([
      'faulty.csv:3:3: error: M is 74-70 in Waist (cm): the larger number comes first. [range-turned]',
      'faulty.csv:3:4: warning: Bodies of 94-96 cm in Hip (cm) belong to no size: S ends at 94, M begins at 96. [gap]',
      'faulty.csv: not usable; errors: 1, warnings: 1', '',
    ]);
  });

  it('prints JSON for programs, with the chart as it would be stored', async () => {
    const { code, printed } = await check('clean.csv', CLEAN, '--garment=dress', '--fit=slim', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ file: 'clean.csv', status: 'read', problems: [], chart: { id: 'clean', garmentType: 'dress', fit: 'slim', rows: [{ label: 'S' }, { label: 'M' }] } });
  });

  it('names size and column where a file has no lines', async () => {
    const { code, printed } = await check('chart.json', JSON.stringify([{ size: 'S', 'bust girth': '88-84' }]), '--garment', 'shirt');
    expect([code, printed.split('\n')[0]]).toEqual([1, 'chart.json, row 1, column bust girth: error: S is 88-84 in bust girth: the larger number comes first. [range-turned]']);
  });

  it('reads what spreadsheets call Unicode text, and refuses other bytes', async () => {
    const utf16 = Buffer.from('\uFEFFCỡ\tVòng ngực\r\nS\t82-86\r\nM\t86-90\r\n', 'utf16le');
    expect(await check('unicode.txt', utf16, '--garment', 'shirt')).toMatchObject({ code: 0, printed: expect.stringContaining('2 sizes') as string });
    expect(await check('latin.csv', Buffer.from([0x43, 0xf2, 0x2c, 0xff]), '--garment', 'shirt')).toMatchObject({ code: 2, errors: expect.stringContaining('UTF-8') as string });
  });

  it.each([
    [['chart'], 'Nothing to do'], [['chart', 'draw'], 'Unknown command: chart draw'], [['chart', 'check'], 'One file'], [['chart', 'check', 'a', 'b'], 'One file'],
    [['chart', 'check', 'clean.csv', '--colour'], 'colour'], [['chart', 'check', 'clean.csv', '--fit', 'wide'], '"wide" is no fit'], [['chart', 'check', 'missing.csv'], 'cannot be read'],
  ])('refuses %j', async (args, reason) => {
    expect(await vua(...args)).toMatchObject({ code: 2, printed: '', errors: expect.stringContaining(reason) as string });
  });

  it('explains itself', async () => {
    expect(await vua('chart', 'check', '--help')).toMatchObject({ code: 0, printed: expect.stringContaining('vua chart check FILE') as string, errors: '' });
    expect(await vua('--help')).toMatchObject({ code: 0, printed: expect.stringContaining('chart check') as string });
  });
});

describe('docs/size-charts.md', () => {
  const text = readFileSync(new URL('../../../docs/size-charts.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, csv = '']) => csv);

  it('has examples', () => expect(examples).toHaveLength(3));

  it.each(examples.map((csv) => [csv.split('\n', 1)[0], csv]))('has an example without a fault: %s', async (_first, csv = '') => {
    expect(await check('example.csv', csv)).toMatchObject({ code: 0, printed: expect.stringMatching(/^example\.csv: \d sizes, \w+, \w+ fit; errors: 0, warnings: 0\n$/) as string });
  });
});
