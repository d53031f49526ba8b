import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CHART_SETTING_WORDS, importSizeChart, withChartSettings, type ChartFileProblem, type ChartReading, type ChartSettings } from '@vua/models/size';
import type { CommandLineWorld } from './run-command-line.ts';

export const CHART_HELP = `vua chart check FILE

Reads a size chart (CSV or JSON) and says what is wrong or doubtful, with row and column. See docs/size-charts.md.

  --garment TYPE       ${CHART_SETTING_WORDS.garment.join(', ')}
  --fit FIT            slim, regular, loose                   (default regular)
  --stretch STRETCH    none, some, high                       (default: usual for the garment)
  --wearer WEARER      adult, child                           (default adult)
  --unit UNIT          cm, mm, in: of columns that name none  (default cm)
  --measures WHOSE     body, garment: of columns that do not say it (default body)
  --json               the result as JSON, with the chart as it would be stored
  --help               this text

A file may say the same in its first lines: "garment,jeans", "fit,slim". What the file says goes before.
Exit code: 0 without errors, 1 with errors, 2 when the command cannot be understood.
`;

const OPTIONS = {
  garment: { type: 'string' }, fit: { type: 'string' }, stretch: { type: 'string' }, wearer: { type: 'string' }, unit: { type: 'string' },
  measures: { type: 'string' }, json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

type Question = { readonly status: 'read'; readonly file: string; readonly settings: ChartSettings; readonly asJson: boolean } | { readonly status: 'refused'; readonly reason: string };

/** Runs `vua chart ...` with the arguments behind `chart`; resolves with the exit code. */
export function checkChartFile(args: readonly string[], world: Pick<CommandLineWorld, 'workingFolder' | 'print' | 'printError'>): number {
  const question = readArguments(args);
  if (question.status === 'refused') {
    world.printError(`${question.reason}\n\n${CHART_HELP}`);
    return 2;
  }
  const text = readText(resolve(world.workingFolder, question.file));
  if (text === undefined) {
    world.printError(`${question.file} cannot be read: a file with UTF-8 or UTF-16 text is needed. Spreadsheets write it as "CSV UTF-8".\n`);
    return 2;
  }
  const reading = importSizeChart(text, question.settings);
  world.print(question.asJson ? `${JSON.stringify({ file: question.file, ...reading }, undefined, 2)}\n` : reportOf(question.file, reading));
  return reading.status === 'read' ? 0 : 1;
}

function readArguments(args: readonly string[]): Question {
  const [command, ...rest] = args;
  if (command !== 'check') return { status: 'refused', reason: command === undefined ? 'Nothing to do with charts was asked.' : `Unknown command: chart ${command}` };
  const parsed = parse(rest);
  if (typeof parsed === 'string') return { status: 'refused', reason: parsed };
  const [file, ...others] = parsed.positionals;
  if (file === undefined || others.length > 0) return { status: 'refused', reason: 'One file is needed.' };
  const { json = false, ...written } = parsed.values;
  const id = Array.from(basename(file, extname(file))).slice(0, 64).join('') || 'chart';
  const { settings, problems: [wrong] } = withChartSettings({ id }, Object.entries(written).map(([name, text]) => ({ name, text })));
  return wrong ? { status: 'refused', reason: wrong.sentence } : { status: 'read', file, settings, asJson: json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readText(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function reportOf(file: string, reading: ChartReading): string {
  const { problems } = reading;
  const lines = problems.map((problem) => `${file}${placeOf(problem)}: ${problem.severity}: ${problem.sentence} [${problem.code}]`);
  const count = (severity: ChartFileProblem['severity']): number => problems.filter((problem) => problem.severity === severity).length;
  const sizes = reading.status === 'read' ? `${reading.chart.rows.length} sizes, ${reading.chart.garmentType}, ${reading.chart.fit} fit` : 'not usable';
  return `${[...lines, `${file}: ${sizes}; errors: ${count('error')}, warnings: ${count('warning')}`].join('\n')}\n`;
}

// A file with lines is named as compilers do it; JSON by its size and measurement.
function placeOf({ line, row, column, header }: ChartFileProblem): string {
  if (line !== undefined) return column === undefined ? `:${line}` : `:${line}:${column}`;
  const parts = [row === undefined ? [] : `row ${row}`, header === undefined ? [] : `column ${header}`].flat();
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}
