import { expect, it } from 'vitest';
import { openGuardedApp } from '../http/testing/open-guarded-app.ts';
import { findLeaks, type LeakWorld } from './testing/find-leaks.ts';
import { openEveryModule } from './testing/open-every-module.ts';
import { undocumentedRoutes } from './testing/undocumented-routes.ts';

it('every route of the whole server is described', async () => {
  let lacking: readonly string[] = ['not asked'];
  const open = async (world: LeakWorld) => {
    const server = await openEveryModule(world);
    lacking = await undocumentedRoutes(server.app, (url) => ['/docs', '/openapi.json'].includes(url));
    return server;
  };
  await findLeaks(open, { isWanted: () => false });
  expect(lacking).toEqual([]);
});

it('what is not is named', async () => {
  expect(await undocumentedRoutes(await openGuardedApp(), (url) => !['/public', '/events'].includes(url))).toEqual([
    'GET /public lacks a summary', 'GET /public lacks a tag that the description explains',
    'GET /events lacks a summary', 'GET /events lacks a tag that the description explains', 'GET /events lacks the answer 400', 'GET /events lacks the answer 401',
    'GET /events lacks the answer 403', 'GET /events lacks the answer 429', 'GET /events lacks the answer 503',
  ]);
});
