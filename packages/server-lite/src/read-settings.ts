import { resolve } from 'node:path';
import { readTrustedProxies } from './http/trusted-proxies.ts';
import { readServerList } from './storage/jetstream/server-list.ts';
import { readOidcSettings, readRateLimits, type OidcSettings, type RateLimits } from './tenants/index.ts';

export interface Settings {
  /** 0-65535; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** PostgreSQL, `postgres://...`. Absent: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Servers of the replicated event log, with commas between them. Absent: events go straight to the database. */
  readonly natsUrl: string | undefined;
  /** Origin at which the demo shop is reached when a proxy stands before the server, such as `https://demo.example`. */
  readonly publicOrigin: string | undefined;
  /** Proxies whose X-Forwarded-For is believed; `false`: none. */
  readonly trustProxy: readonly string[] | false;
  readonly oidc: OidcSettings | undefined;
  readonly limits: RateLimits;
  /** Absent: only this machine may read `/metrics`. */
  readonly metricsToken: string | undefined;
  /** Address of an OpenTelemetry collector. Absent: no traces. */
  readonly otlpEndpoint: string | undefined;
  /** Name in the traces. */
  readonly otelServiceName: string;
  /** Takes alerts about trends, as Slack's incoming webhooks do; a secret. Absent: nobody is told. */
  readonly alertWebhookUrl: string | undefined;
  /** How long events are kept for training. */
  readonly eventMonths: number;
  /** For training a shop's sequence model, once a week; 0: never. */
  readonly retrainMinutes: number;
  /** A shop with fewer events keeps the model it has. */
  readonly retrainEvents: number;
  /** 32 bytes that open the tokens of trend sources. Absent: none can be configured. */
  readonly trendTokenKey: Uint8Array | undefined;
  /** Where trend sources may be beside their official addresses. */
  readonly trendOrigins: readonly string[];
  /** Where pictures of collected posts may be, such as `https://*.images.example`. Empty: none is looked at. */
  readonly trendImageOrigins: readonly string[];
  /** Absolute path of an export (NDJSON) that fills the demo shop's empty event log. */
  readonly demoEventsFile: string | undefined;
  /** Absolute path of a trained sequence model that the demo shop's devices load while it has no other. */
  readonly demoModelFolder: string | undefined;
}

export type SettingsResult =
  | { readonly status: 'ok'; readonly settings: Settings }
  /** `problems` are sentences for the person at the terminal. */
  | { readonly status: 'invalid'; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const HOST_NAME = /^[A-Za-z0-9._:-]{1,253}$/;
// Guessed in no time, it would only look like a lock.
const LEAST_TOKEN_LENGTH = 16;

/** Settings from the environment, as `vua --help` lists them. An empty variable counts as absent. */
export function readSettings(env: Environment, workingFolder: string): SettingsResult {
  const oidc = readOidcSettings(env);
  const limits = readRateLimits(env);
  const proxies = readTrustedProxies(env['TRUSTED_PROXIES']);
  const problems = [
    ...problemsOf(env),
    ...(oidc.status === 'invalid' ? oidc.problems : []),
    ...(limits.status === 'invalid' ? limits.problems : []),
    ...(proxies.status === 'invalid' ? [proxies.problem] : []),
  ];
  if (oidc.status === 'invalid' || limits.status === 'invalid' || proxies.status === 'invalid' || problems.length > 0) return { status: 'invalid', problems };
  return {
    status: 'ok',
    settings: {
      port: Number(env['PORT'] || '3000'), host: env['HOST'] || 'localhost', dataDir: resolve(workingFolder, env['DATA_DIR'] || '.data'),
      databaseUrl: given(env, 'DATABASE_URL'), natsUrl: given(env, 'NATS_URL'), publicOrigin: originOf(given(env, 'PUBLIC_URL')), trustProxy: proxies.trustProxy,
      oidc: oidc.oidc, limits: limits.limits, metricsToken: given(env, 'METRICS_TOKEN'), otlpEndpoint: given(env, 'OTEL_EXPORTER_OTLP_ENDPOINT'),
      otelServiceName: env['OTEL_SERVICE_NAME'] || 'vua-server-lite',
      alertWebhookUrl: given(env, 'ALERT_WEBHOOK_URL'),
      eventMonths: Number(env['EVENT_MONTHS'] || '24'), retrainMinutes: Number(env['RETRAIN_MINUTES'] || '30'), retrainEvents: Number(env['RETRAIN_EVENTS'] || '20000'),
      trendTokenKey: bytesOf(given(env, 'TREND_TOKEN_KEY')), trendOrigins: listOf(env['TREND_ORIGINS']).map((origin) => new URL(origin).origin),
      trendImageOrigins: listOf(env['TREND_IMAGE_ORIGINS']).map((origin) => new URL(origin).origin),
      demoEventsFile: demoPathOf(given(env, 'DEMO_EVENTS'), workingFolder), demoModelFolder: demoPathOf(given(env, 'DEMO_MODEL'), workingFolder),
    },
  };
}

const RULES: readonly { readonly name: string; readonly isGood: (text: string) => boolean; readonly wants: string; readonly isSecret?: boolean }[] = [
  { name: 'PORT', isGood: (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, wants: 'a whole number from 0 to 65535' },
  { name: 'HOST', isGood: (text) => HOST_NAME.test(text), wants: 'a host name or an IP address' },
  { name: 'DATA_DIR', isGood: (text) => !text.includes('\0'), wants: 'a path', isSecret: true },
  { name: 'DEMO_EVENTS', isGood: (text) => !text.includes('\0'), wants: 'a path, or 0 for no events', isSecret: true },
  { name: 'DEMO_MODEL', isGood: (text) => !text.includes('\0'), wants: 'a path, or 0 for no model', isSecret: true },
  { name: 'DATABASE_URL', isGood: (text) => /^postgres(?:ql)?:$/.test(URL.parse(text)?.protocol ?? ''), wants: 'an address such as postgres://user:password@host:5432/database', isSecret: true },
  { name: 'NATS_URL', isGood: (text) => readServerList(text) !== undefined, wants: 'a list such as nats://10.0.0.1:4222,nats://10.0.0.2:4222', isSecret: true },
  { name: 'PUBLIC_URL', isGood: isWebAddress, wants: 'an address such as https://demo.example' },
  { name: 'METRICS_TOKEN', isGood: (text) => text.length >= LEAST_TOKEN_LENGTH, wants: `at least ${LEAST_TOKEN_LENGTH} characters`, isSecret: true },
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', isGood: isWebAddress, wants: 'an address such as http://localhost:4318' },
  { name: 'ALERT_WEBHOOK_URL', isGood: isWebAddress, wants: 'an address such as https://hooks.example/T0/B0/x', isSecret: true },
  { name: 'EVENT_MONTHS', isGood: (text) => /^[1-9]\d{0,2}$/.test(text), wants: 'a whole number of months from 1 to 999' },
  { name: 'RETRAIN_MINUTES', isGood: (text) => /^(?:0|[1-9]\d{0,2})$/.test(text), wants: 'a whole number of minutes from 0 (never) to 999' },
  { name: 'TREND_TOKEN_KEY', isGood: (text) => /^[A-Za-z0-9+/]{43}=$/.test(text), wants: '32 random bytes in base64, such as `openssl rand -base64 32` prints', isSecret: true },
  { name: 'TREND_ORIGINS', isGood: (text) => listOf(text).every(isWebAddress), wants: 'a list of addresses with commas between them, such as https://graph.example' },
  { name: 'TREND_IMAGE_ORIGINS', isGood: (text) => listOf(text).every(isImageOrigin), wants: 'a list of origins with commas between them, such as https://images.example or, for every host below it, https://*.images.example' },
  { name: 'RETRAIN_EVENTS', isGood: (text) => /^[1-9]\d{0,8}$/.test(text), wants: 'a whole number of events above 0' },
];

function problemsOf(env: Environment): readonly string[] {
  const alone = env['NATS_URL'] && !env['DATABASE_URL'] ? ['NATS_URL needs DATABASE_URL: what the event log holds is read from PostgreSQL.'] : [];
  return alone.concat(RULES.flatMap(({ name, isGood, wants, isSecret }) => {
    const text = env[name] ?? '';
    if (text === '' || isGood(text)) return [];
    return [`${name} must be ${wants}${isSecret === true ? '' : `, not "${text}"`}.`];
  }));
}

function isWebAddress(text: string): boolean {
  return ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? '');
}

/** A `*` stands for names below a host that has two parts at least: not for all there is. */
const isImageOrigin = (text: string): boolean => isWebAddress(text) && /^https?:\/\/(?:\*\.[^*.:/]+\.[^*:/]+|[^*:/]+)(?::\d+)?\/?$/.test(text);

const given = (env: Environment, name: string): string | undefined => env[name] || undefined;
const bytesOf = (base64: string | undefined): Uint8Array | undefined => (base64 === undefined ? undefined : Buffer.from(base64, 'base64'));
const listOf = (text: string | undefined): readonly string[] => (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
const originOf = (url: string | undefined): string | undefined => (url === undefined ? undefined : new URL(url).origin);
const demoPathOf = (path: string | undefined, workingFolder: string): string | undefined => (path === undefined || path === '0' ? undefined : resolve(workingFolder, path));
