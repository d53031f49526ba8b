import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { cacheControlOf } from './cache-control.ts';

export interface SdkFilesOptions {
  /** Absolute path of the folder with `vua.js` and all it loads. */
  readonly folder: string;
}

/** The SDK at `/sdk/`, for pages of any origin: shops embed it with one script tag. */
export const sdkFiles = ({ folder }: SdkFilesOptions): FastifyPluginAsync => async (app) => {
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/sdk/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply
        .header('cache-control', cacheControlOf(path))
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('timing-allow-origin', '*');
    },
  });
};
