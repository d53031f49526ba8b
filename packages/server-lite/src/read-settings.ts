import { resolve } from 'node:path';

export interface Settings {
  /** 0-65535; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
}

export type SettingsResult =
  | { readonly status: 'ok'; readonly settings: Settings }
  /** `problems` are sentences for the person at the terminal. */
  | { readonly status: 'invalid'; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const HOST_NAME = /^[A-Za-z0-9._:-]{1,253}$/;

/** Settings from the environment: PORT, HOST, DATA_DIR. An empty variable counts as absent. */
export function readSettings(env: Environment, workingFolder: string): SettingsResult {
  const port = readPort(env['PORT'] || '3000');
  const host = env['HOST'] || 'localhost';
  const problems = [
    ...(port === undefined ? [`PORT must be a whole number from 0 to 65535, not "${env['PORT'] ?? ''}".`] : []),
    ...(HOST_NAME.test(host) ? [] : [`HOST must be a host name or an IP address, not "${host}".`]),
    ...((env['DATA_DIR'] ?? '').includes('\0') ? ['DATA_DIR must be a path.'] : []),
  ];
  if (port === undefined || problems.length > 0) return { status: 'invalid', problems };
  return { status: 'ok', settings: { port, host, dataDir: resolve(workingFolder, env['DATA_DIR'] || '.data') } };
}

function readPort(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}
