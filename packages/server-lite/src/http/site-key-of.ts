import type { FastifyRequest } from 'fastify';

/** `?site=` of a request, if it stands there once. */
export function siteKeyOf({ query }: Pick<FastifyRequest, 'query'>): string | undefined {
  if (typeof query !== 'object' || query === null || !('site' in query)) return undefined;
  return typeof query.site === 'string' ? query.site : undefined;
}
