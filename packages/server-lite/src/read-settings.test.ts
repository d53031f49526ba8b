import { expect, it } from 'vitest';
import { readSettings } from './read-settings.ts';
import { RATE_LIMITS } from './tenants/limits/rate-limits.ts';

const DEFAULTS = {
  port: 3000, host: 'localhost', dataDir: '/shop/.data', databaseUrl: undefined, natsUrl: undefined, publicOrigin: undefined, trustProxy: false, oidc: undefined,
  limits: RATE_LIMITS, metricsToken: undefined, otlpEndpoint: undefined, otelServiceName: 'vua-server-lite', alertWebhookUrl: undefined, eventMonths: 24, retrainMinutes: 30, retrainEvents: 20_000, trendTokenKey: undefined, trendOrigins: [], trendImageOrigins: [], demoEventsFile: undefined, demoModelFolder: undefined,
};

it('has defaults', () => {
  expect(readSettings({}, '/shop')).toStrictEqual({ status: 'ok', settings: DEFAULTS });
  expect(readSettings({ PORT: '', HOST: '', DATA_DIR: '', DATABASE_URL: '', EVENT_MONTHS: '', DEMO_EVENTS: '0', DEMO_MODEL: '0' }, '/shop')).toEqual(readSettings({}, '/shop'));
});

it('takes what is given', () => {
  const env = {
    PORT: '0', HOST: '::1', DATA_DIR: '/var/lib/vua', DATABASE_URL: 'postgres://a:b@localhost:5432/vua', NATS_URL: 'nats://a:4222,nats://b:4222', PUBLIC_URL: 'https://demo.example/shop/', TRUSTED_PROXIES: 'loopback',
    RATE_LIMIT_ADDRESS: 'off', METRICS_TOKEN: 'x'.repeat(16), OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_SERVICE_NAME: 'shop', EVENT_MONTHS: '12', ALERT_WEBHOOK_URL: 'https://hooks.example/x', RETRAIN_MINUTES: '0', RETRAIN_EVENTS: '500', TREND_TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'), TREND_ORIGINS: 'https://graph.example/v1, http://localhost:4000', TREND_IMAGE_ORIGINS: 'https://*.images.example, http://localhost:4001/', DEMO_EVENTS: 'made/events.ndjson', DEMO_MODEL: 'model',
    OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'vua', OIDC_JWKS_URL: 'https://id.example/keys',
  };
  expect(readSettings(env, '/shop')).toEqual({
    status: 'ok',
    settings: {
      port: 0, host: '::1', dataDir: '/var/lib/vua', databaseUrl: 'postgres://a:b@localhost:5432/vua', natsUrl: 'nats://a:4222,nats://b:4222', publicOrigin: 'https://demo.example', trustProxy: ['loopback'],
      limits: { ...RATE_LIMITS, address: undefined }, metricsToken: 'x'.repeat(16), otlpEndpoint: 'http://localhost:4318', otelServiceName: 'shop', alertWebhookUrl: 'https://hooks.example/x', eventMonths: 12, retrainMinutes: 0, retrainEvents: 500, trendTokenKey: Buffer.alloc(32, 7), trendOrigins: ['https://graph.example', 'http://localhost:4000'], trendImageOrigins: ['https://*.images.example', 'http://localhost:4001'], demoEventsFile: '/shop/made/events.ndjson', demoModelFolder: '/shop/model',
      oidc: { issuer: 'https://id.example', audience: 'vua', jwksUrl: 'https://id.example/keys' },
    },
  });
});

it.each([
  { PORT: '65536' }, { PORT: '-1' }, { PORT: '80.5' }, { PORT: 'eighty' }, { PORT: '1e3' }, { PORT: ' 80' }, { HOST: 'not a host' }, { HOST: 'a/b' }, { DATA_DIR: 'a\0b' }, { DEMO_EVENTS: 'a\0b' }, { DEMO_MODEL: 'a\0b' },
  { DATABASE_URL: 'mysql://a:secret@b/c' }, { PUBLIC_URL: 'demo.example' }, { METRICS_TOKEN: 'short-secret' }, { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, { EVENT_MONTHS: '0' }, { ALERT_WEBHOOK_URL: 'a secret' }, { RETRAIN_MINUTES: '1000' }, { RETRAIN_EVENTS: '0' }, { TREND_TOKEN_KEY: 'secret' }, { TREND_TOKEN_KEY: `secret${'A'.repeat(60)}` }, { TREND_ORIGINS: 'https://a.example,b' },
  ...['https://*', 'https://*.com', 'https://a.*.example', 'https://*a.example', 'https://a.example/path', '*.a.example', 'ftp://a.example'].map((origin) => ({ TREND_IMAGE_ORIGINS: origin })),
  { NATS_URL: 'http://secret', DATABASE_URL: 'postgres://b/c' }, { NATS_URL: 'nats://a:4222' }, { RATE_LIMIT_TENANT: 'many' }, { TRUSTED_PROXIES: 'everybody' },
])('refuses %j in one sentence, without telling a secret', (env) => {
  const result = readSettings(env, '/shop');
  expect(result).toMatchObject({ status: 'invalid', problems: [expect.stringContaining(Object.keys(env)[0] ?? '')] });
  expect(JSON.stringify(result)).not.toContain('secret');
});

it('names every mistake at once', () => {
  const result = readSettings({ PORT: 'x', HOST: '?', OIDC_ISSUER: 'https://id.example' }, '/shop');
  expect(result.status === 'invalid' && result.problems).toHaveLength(4);
});
