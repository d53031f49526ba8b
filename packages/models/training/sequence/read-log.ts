import { createEventCollector } from './event-collector.ts';
import { EVENT_EXPORT } from './event-export.ts';
import { ESHOP, REES46, RETAILROCKET } from './event-formats.ts';
import type { EventFormat } from './event-row.ts';
import { fileFault } from './file-fault.ts';
import { createLogWriter } from './log-writer.ts';
import { readLines } from './read-lines.ts';
import { type LineProblem, type LogReading, SKIP_LIMIT, type SequenceLog } from './sequence-log.ts';

/** `pairs`: a line is `user item`, in time order. `sessions`: a line is one session's items, oldest first. `events`: the server's NDJSON export. The others: files of public event logs. */
export const LOG_FORMATS = ['pairs', 'sessions', 'events', 'retailrocket', 'rees46', 'eshop'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Takes a log line by line. */
interface LogParser {
  /** What is wrong with a line, if anything. */
  readonly take: (text: string, line: number) => string | undefined;
  readonly finish: (problems: readonly LineProblem[]) => SequenceLog;
}

const PARSERS: Readonly<Record<LogFormat, () => LogParser>> = {
  pairs: () => itemParser((fields, _line, add) => {
    const [user = '', item = '', ...rest] = fields;
    if (item === '' || rest.length > 0) return 'a line is "user item"';
    add(user, [item]);
  }),
  sessions: () => itemParser((items, line, add) => {
    if (items.length === 0) return 'an empty session';
    add(String(line), items);
  }),
  events: () => eventParser(EVENT_EXPORT),
  retailrocket: () => eventParser(RETAILROCKET), rees46: () => eventParser(REES46), eshop: () => eventParser(ESHOP),
};

function itemParser(take: (fields: readonly string[], line: number, add: (key: string, items: readonly string[]) => void) => string | undefined): LogParser {
  const writer = createLogWriter();
  return { take: (text, line) => take(text.split(/\s+/).filter((field) => field !== ''), line, writer.add), finish: writer.finish };
}

function eventParser(format: EventFormat): LogParser {
  const collector = createEventCollector(format);
  const parser = format.openParser();
  return {
    finish: (problems) => collector.finish(problems, parser.names()),
    take: (text, line) => {
      const reading = parser.parse(text, line);
      if ('reason' in reading) return reading.reason;
      reading.forEach(collector.add);
    },
  };
}

/** Reads a log line by line. Wrong lines are named and left out, up to `skipLimit`. */
export async function readLog(lines: AsyncIterable<string>, format: LogFormat, skipLimit = SKIP_LIMIT): Promise<LogReading> {
  const parser = PARSERS[format]();
  const problems: LineProblem[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const reason = parser.take(text, line);
    if (reason !== undefined) problems.push({ line, reason });
    if (problems.length > skipLimit) return { status: 'refused', reason: `more than ${skipLimit} wrong lines`, problems };
  }
  const log = parser.finish(problems);
  return log.sequences.some(({ items }) => items.length > 1) && log.vocabulary.length > 1
    ? { status: 'read', log }
    : { status: 'refused', reason: 'no sequence of two steps over two items: nothing to learn from', problems };
}

/** Reads a log from a file, packed (.gz, .zip) or not. Refused where it cannot be read to its end. */
export async function readLogFile(file: string, format: LogFormat, skipLimit = SKIP_LIMIT): Promise<LogReading> {
  try {
    return await readLog(readLines(file), format, skipLimit);
  } catch (error) {
    const reason = fileFault(error);
    if (reason === undefined) throw error;
    return { status: 'refused', reason, problems: [] };
  }
}
