import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { giveAccess } from '../http/require-access.ts';
import { PUBLIC_HEADERS } from '../http/security-headers.ts';
import { cacheControlOf } from './cache-control.ts';

export interface SdkFilesOptions {
  /** Absolute path of the folder with `vua.js` and all it loads. */
  readonly folder: string;
}

/** The SDK at `/sdk/`, for pages of any origin: shops embed it with one script tag. */
export const sdkFiles = ({ folder }: SdkFilesOptions): FastifyPluginAsync => async (app) => {
  giveAccess(app, { kind: 'public' });
  // Also on a 404: else the browser hides it from the page, and a file that is gone looks like a lost network.
  app.addHook('onRequest', async (_request, reply) => void reply.headers(PUBLIC_HEADERS));
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/sdk/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.headers({ 'cache-control': cacheControlOf(path), 'timing-allow-origin': '*' }),
  });
};
