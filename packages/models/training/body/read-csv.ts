import { readFileSync } from 'node:fs';

/** One line of a CSV by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** Reads a CSV without quoted line breaks; latin1, as ANSUR II has it. */
export function readCsv(file: string): CsvRow[] {
  const [head = '', ...lines] = readFileSync(file, 'latin1').split(/\r?\n/).filter((line) => line !== '');
  const names = splitLine(head);
  return lines.map((line) => {
    const values = splitLine(line);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

function splitLine(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].slice(0, -1).map((match) => match[2] ?? match[1] ?? '').concat(line.endsWith(',') ? [''] : []);
}
