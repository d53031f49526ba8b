import type { LoggerOptions } from 'pino';
import { errorFacts } from './error-facts.ts';

/** A second fence behind `logRequests`: should a request, a reply or a credential ever reach the log, it is cut out. */
export const LOG_OPTIONS: LoggerOptions = {
  level: 'info',
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  // `err`: what the framework logs by itself, such as a stream that broke off.
  serializers: { req: () => undefined, res: () => undefined, err: errorFacts },
  // Where an error is logged without words, pino takes its message for them.
  hooks: { logMethod(args, method) { method.apply(this, wordsFor(args) ?? args); } },
  redact: { paths: ['*.headers', '*.authorization', '*.cookie', '*.ip', '*.remoteAddress', '*.url', '*.query', '*.body', '*.email'], remove: true },
};

function wordsFor([first, words]: readonly unknown[]): [object, string] | undefined {
  if (words !== undefined) return undefined;
  if (first instanceof Error) return [{ err: first }, 'error'];
  return hasError(first) ? [first, 'error'] : undefined;
}

const hasError = (given: unknown): given is { readonly err: Error } => typeof given === 'object' && given !== null && 'err' in given && given.err instanceof Error;
