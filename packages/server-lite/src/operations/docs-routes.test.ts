import { expect, it } from 'vitest';
import { renderDocs } from './render-docs.ts';
import { docsRoutes } from './docs-routes.ts';
import { openPlainApp } from './testing/open-plain-app.ts';
import { describeApi } from '../http/describe-api.ts';
import { metricsRoutes } from './metrics-routes.ts';
import { createMetrics } from './metrics.ts';

it('shows every operation, without scripts, under a policy that lets nothing else in', async () => {
  const app = openPlainApp();
  await describeApi(app);
  await app.register(metricsRoutes({ metrics: createMetrics() }));
  await app.register(docsRoutes);
  const response = await app.inject('/docs');
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
  expect(response.body).toContain('<span class="method">GET</span> /metrics');
  expect(response.body).not.toMatch(/<script|<link|<img|https?:|\son\w+=|style=/i);
});

it('escapes whatever stands in the description', () => {
  const evil = `<img src=x onerror="alert('1')">&`;
  const schema = { description: evil };
  const operation = {
    summary: evil, tags: [evil], security: [{ bearer: [evil] }], parameters: [{ name: evil, in: 'query', schema }],
    requestBody: { content: { 'application/json': { schema } } }, responses: { 200: { description: evil, content: { 'application/json': { schema } } } },
  };
  const page = renderDocs({ info: { title: evil, version: evil, description: evil }, tags: [{ name: evil, description: evil }], paths: { [evil]: { get: operation } } });
  expect(page).not.toContain('<img');
  expect(page.match(/&lt;img/g)?.length).toBeGreaterThanOrEqual(12);
});

it('says who may call what', () => {
  const page = renderDocs({
    info: { title: 'A', version: '1' }, tags: [{ name: 'a' }],
    paths: { '/one': { get: { tags: ['a'], summary: 'One' } }, '/two': { post: { security: [{ site: [] }, { bearer: ['events:write'] }] } } },
  });
  expect(page).toContain('Open to: everybody');
  expect(page).toContain('Open to: pages of the shop (site key), or bearer with events:write');
  expect(page).toContain('<h2>other</h2>');
});
