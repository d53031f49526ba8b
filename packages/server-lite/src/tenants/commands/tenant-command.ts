import { parseOrigin } from '../parse-origin.ts';
import type { TenantWithSites } from '../tenant-repository.ts';
import { readOptions } from './read-options.ts';
import { runTenantCommand, type Command, type TenantWorld } from './tenant-world.ts';

export const TENANT_HELP = `vua tenant create --name NAME --origin ORIGIN...
vua tenant origins --site KEY --origin ORIGIN...
vua tenant list

  create    make a shop with a public site key; its pages name the key, and lie at one of the origins
  origins   put these origins in the place of those of a site key
  list      all shops with their site keys and origins

  --name NAME       what people call the shop
  --id ID           lower-case letters, digits and hyphens (default: made of the name)
  --origin ORIGIN   such as https://shop.example; once for each, to the letter: sub-domains and other ports are others
  --site KEY        a site key, as \`list\` shows it

Reads the database of DATA_DIR or DATABASE_URL, as \`vua start\` does. See docs/access.md.
`;

const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** Runs \`vua tenant ...\` with the arguments behind \`tenant\`; resolves with the exit code. */
export function manageTenants(args: readonly string[], world: TenantWorld): Promise<number> {
  return runTenantCommand(readCommand(args), TENANT_HELP, world);
}

function readCommand([name, ...rest]: readonly string[]): Command {
  if (name === 'create') return create(rest);
  if (name === 'origins') return changeOrigins(rest);
  if (name === 'list' && rest.length === 0) return async ({ service }) => ({ status: 'done', text: listOf(await service.listTenants()) });
  return name === undefined ? 'Nothing to do with shops was asked.' : `Unknown command: tenant ${[name, ...rest].join(' ')}`;
}

function create(args: readonly string[]): Command {
  const options = readOptions(args, { name: { type: 'string' }, id: { type: 'string' }, origin: { type: 'string', multiple: true } });
  if (typeof options === 'string') return options;
  const { name = '', id = idOf(name) } = options;
  const origins = readOrigins(options.origin);
  if (name.trim() === '' || name.length > 200) return 'A name of at most 200 characters is needed: --name "My shop".';
  if (!ID.test(id)) return `"${id}" cannot be an id: it takes lower-case letters, digits and hyphens. Name another with --id.`;
  if (typeof origins === 'string') return origins;
  return async ({ service }) => {
    const site = await service.createTenant({ id, name: name.trim(), origins });
    if (site === 'taken') return { status: 'impossible', reason: `There is a shop ${id} already. Name another id with --id.` };
    return { status: 'done', text: `tenant    ${id}\nsite key  ${site.siteKey}\norigins   ${site.origins.join(' ')}\n` };
  };
}

function changeOrigins(args: readonly string[]): Command {
  const options = readOptions(args, { site: { type: 'string' }, origin: { type: 'string', multiple: true } });
  if (typeof options === 'string') return options;
  const { site } = options;
  const origins = readOrigins(options.origin);
  if (site === undefined) return 'A site key is needed: --site KEY.';
  if (typeof origins === 'string') return origins;
  return async ({ tenants }) => {
    if (!(await tenants.saveOrigins(site, origins))) return { status: 'impossible', reason: `There is no site key ${site}.` };
    return { status: 'done', text: `site key  ${site}\norigins   ${origins.join(' ')}\n` };
  };
}

function readOrigins(texts: readonly string[] = []): readonly string[] | string {
  if (texts.length === 0) return 'At least one origin is needed: --origin https://shop.example.';
  const origins = texts.map((text) => ({ text, origin: parseOrigin(text) }));
  const wrong = origins.find(({ origin }) => origin === undefined);
  if (wrong !== undefined) return `"${wrong.text}" is no origin: it has a scheme and a host, and no path, such as https://shop.example.`;
  return [...new Set(origins.map(({ origin }) => origin ?? ''))];
}

// Without accents, so that "Áo dài Huế" becomes "ao-dai-hue".
function idOf(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 40).replace(/-$/, '');
}

function listOf(tenants: readonly TenantWithSites[]): string {
  const lines = tenants.flatMap(({ tenant, sites }) => [`${tenant.id}  ${tenant.name}`, ...sites.map(({ siteKey, origins }) => `  ${siteKey}  ${origins.join(' ')}`)]);
  return lines.length === 0 ? 'There are no shops.\n' : `${lines.join('\n')}\n`;
}
