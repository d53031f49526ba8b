import type { FastifyInstance } from 'fastify';
import type { ApiDescription, ApiOperation } from '../render-docs.ts';

/**
 * What the API description lacks, one sentence each: routes that are not in it, operations without a summary, a known tag or the answers that the guard gives.
 * @param isHidden patterns of routes that are no part of the API, such as pages and files
 */
export async function undocumentedRoutes(app: FastifyInstance, isHidden: (url: string) => boolean): Promise<readonly string[]> {
  await app.ready();
  const { paths = {}, tags = [] } = app.swagger() as ApiDescription;
  const known = new Set(tags.map(({ name }) => name));
  const routes = app.guardedRoutes().filter(({ method, url }) => !['HEAD', 'OPTIONS'].includes(method) && !isHidden(url));
  return routes.flatMap(({ method, url, access }) => {
    const name = `${method} ${url}`;
    const operation = paths[url.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()];
    return operation === undefined ? [`${name} is not described`] : lacks(operation, known, access.kind).map((lack) => `${name} lacks ${lack}`);
  });
}

function lacks({ summary = '', tags = [], responses = {} }: ApiOperation, known: ReadonlySet<string>, access: string): readonly string[] {
  const answers = access === 'public' ? [] : ['400', '401', '403', '429', '503'];
  return [
    ...(summary === '' ? ['a summary'] : []),
    ...(tags.some((tag) => known.has(tag)) ? [] : ['a tag that the description explains']),
    ...answers.filter((status) => responses[status] === undefined).map((status) => `the answer ${status}`),
  ];
}
