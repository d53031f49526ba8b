import type { LoggerOptions } from 'pino';

/** A second fence behind `logRequests`: should a request, a reply or a credential ever reach the log, it is cut out. */
export const LOG_OPTIONS: LoggerOptions = {
  level: 'info',
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: { req: () => undefined, res: () => undefined },
  redact: { paths: ['*.headers', '*.authorization', '*.cookie', '*.ip', '*.remoteAddress', '*.url', '*.query', '*.body', '*.email'], remove: true },
};
