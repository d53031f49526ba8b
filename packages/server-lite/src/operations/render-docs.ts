/** What the page reads of an OpenAPI 3.1 document. */
export interface ApiDescription {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
}

export interface ApiOperation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: unknown }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>>;
}

interface NamedOperation extends ApiOperation {
  readonly method: string;
  readonly path: string;
}

export const DOCS_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
article { border-block-start: 1px solid color-mix(in srgb, currentcolor 25%, transparent); padding-block: 0.75rem; }
h1 { line-height: 1.2; } h2 { margin-block: 2.5rem 0.5rem; } h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
code, pre { font: 0.875rem/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; background: color-mix(in srgb, currentcolor 6%, transparent); }
.method { display: inline-block; min-width: 4.5em; font-weight: 700; }
p { margin-block: 0.25rem; } summary { cursor: pointer; } a { color: inherit; }
`;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The whole page. Everything from the description is escaped. */
export function renderDocs({ info, tags = [], paths = {} }: ApiDescription): string {
  const operations = Object.entries(paths).flatMap(([path, item]) => METHODS.flatMap((method) => (item[method] === undefined ? [] : [{ ...item[method], method, path }])));
  const named = new Set(tags.map(({ name }) => name));
  const others = operations.filter((operation) => !(operation.tags ?? []).some((tag) => named.has(tag)));
  const sections = [
    ...tags.map(({ name, description }) => renderSection(name, description, operations.filter((operation) => operation.tags?.[0] === name))),
    renderSection('other', undefined, others),
  ];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(info.title)} API</title><style>${DOCS_STYLE}</style></head>
<body><main>
<h1>${escape(info.title)} API, version ${escape(info.version)}</h1>
<p>${escape(info.description ?? '')}</p>
<p>For programs: <a href="/openapi.json">openapi.json</a></p>
${sections.join('\n')}
</main></body>
</html>
`;
}

function renderSection(name: string, description: string | undefined, operations: readonly NamedOperation[]): string {
  if (operations.length === 0) return '';
  return `<section><h2>${escape(name)}</h2>${description === undefined ? '' : `<p>${escape(description)}</p>`}\n${operations.map(renderOperation).join('\n')}</section>`;
}

function renderOperation(operation: NamedOperation): string {
  const { method, path, summary = '', parameters = [], requestBody, responses = {} } = operation;
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  const good = Object.entries(responses).filter(([status]) => status < '400');
  const refusals = Object.keys(responses).filter((status) => status >= '400');
  const answers = good.map(([status, { description = '', content }]) => renderSchema(`${status} ${description}`, Object.values(content ?? {})[0]?.schema));
  return `<article>
<h3><code><span class="method">${method.toUpperCase()}</span> ${escape(path)}</code></h3>
<p>${escape(summary)}</p>
<p>Open to: ${escape(accessOf(operation))}</p>
${parameters.map((parameter) => renderSchema(`${parameter.in}: ${parameter.name}${parameter.required === true ? '' : ' (optional)'}`, parameter.schema)).join('\n')}
${body === undefined ? '' : renderSchema('body', body)}
${answers.join('\n')}
${refusals.length === 0 ? '' : `<p>Refusals, each a problem: ${escape(refusals.join(', '))}</p>`}
</article>`;
}

function accessOf({ security = [] }: ApiOperation): string {
  const ways = security.map((way) => Object.entries(way).map(([name, scopes]) => (name === 'site' ? 'pages of the shop (site key)' : `${name} with ${scopes.join(', ')}`)).join(' and '));
  return ways.length === 0 ? 'everybody' : ways.join(', or ');
}

function renderSchema(title: string, schema: unknown): string {
  if (schema === undefined) return `<p>${escape(title)}</p>`;
  return `<details><summary>${escape(title)}</summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
