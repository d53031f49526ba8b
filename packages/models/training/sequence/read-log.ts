import { createLogWriter } from './log-writer.ts';
import { readLines } from './read-lines.ts';
import { type LogReading, SKIP_LIMIT } from './sequence-log.ts';

/** `pairs`: a line is `user item`, in time order. `sessions`: a line is one session's items, oldest first. */
export type LogFormat = 'pairs' | 'sessions';

/** What a line says, or what is wrong with it. */
export type LineReading = { readonly key: string; readonly items: readonly string[] } | { readonly problem: string };

const PARSERS: Readonly<Record<LogFormat, (fields: readonly string[], line: number) => LineReading>> = {
  pairs: ([user = '', item = '', ...rest]) => (item === '' || rest.length > 0 ? { problem: 'a line is "user item"' } : { key: user, items: [item] }),
  sessions: (items, line) => (items.length === 0 ? { problem: 'an empty session' } : { key: String(line), items }),
};

/** Reads a log line by line. Wrong lines are named and left out, up to `skipLimit`. */
export async function readLog(lines: AsyncIterable<string>, format: LogFormat, skipLimit = SKIP_LIMIT): Promise<LogReading> {
  const writer = createLogWriter();
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const reading = PARSERS[format](text.split(/\s+/).filter((field) => field !== ''), line);
    if ('problem' in reading) writer.reject({ line, reason: reading.problem });
    else writer.add(reading.key, reading.items);
    if (writer.rejected() > skipLimit) return { status: 'refused', reason: `more than ${skipLimit} wrong lines`, problems: writer.finish().problems };
  }
  const log = writer.finish();
  return log.sequences.some(({ items }) => items.length > 1) && log.vocabulary.length > 1
    ? { status: 'read', log }
    : { status: 'refused', reason: 'no sequence of two steps over two items: nothing to learn from', problems: log.problems };
}

/** Reads a log from a file, packed (.gz) or not. */
export const readLogFile = (file: string, format: LogFormat, skipLimit = SKIP_LIMIT): Promise<LogReading> => readLog(readLines(file), format, skipLimit);
