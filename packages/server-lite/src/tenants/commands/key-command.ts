import { PERMISSIONS, type Permission } from '../../http/access.ts';
import { stateOf } from '../keys/key-state.ts';
import type { ApiKey } from '../tenant.ts';
import type { IssuedKey } from '../tenant-service.ts';
import { readOptions } from './read-options.ts';
import { runTenantCommand, type Command, type TenantWorld } from './tenant-world.ts';

export const KEY_HELP = `vua key create --tenant ID --permission PERMISSION... [--days DAYS]
vua key list   --tenant ID
vua key rotate --tenant ID --key KEY [--grace HOURS]
vua key revoke --tenant ID --key KEY

  create   make a secret key for a program of a shop; it is printed now and never again
  list     the keys of a shop, without their secrets
  rotate   make a key with the same permissions; the old one works for the grace, then no longer
  revoke   end a key; every process refuses it within seconds

  --permission PERMISSION   ${PERMISSIONS.join(', ')}
  --days DAYS               1-3650; the key ends after them (default: never)
  --grace HOURS             0-720 (default 24)
  --key KEY                 the 16 signs behind vua_sk_

Reads the database of DATA_DIR or DATABASE_URL, as \`vua start\` does. See docs/access.md.
`;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LIMITS = { days: { least: 1, most: 3650 }, grace: { least: 0, most: 720, usual: 24 } } as const;

/** Runs \`vua key ...\` with the arguments behind \`key\`; resolves with the exit code. */
export function manageKeys(args: readonly string[], world: TenantWorld, now: () => number = () => Date.now()): Promise<number> {
  return runTenantCommand(readCommand(args, now), KEY_HELP, world);
}

function readCommand([name, ...rest]: readonly string[], now: () => number): Command {
  const options = readOptions(rest, {
    tenant: { type: 'string' }, permission: { type: 'string', multiple: true }, days: { type: 'string' }, key: { type: 'string' }, grace: { type: 'string' },
  });
  if (typeof options === 'string') return options;
  const { tenant, permission: permissions = [], days, key, grace } = options;
  if (name === undefined || !['create', 'list', 'rotate', 'revoke'].includes(name)) return name === undefined ? 'Nothing to do with keys was asked.' : `Unknown command: key ${name}`;
  if (tenant === undefined) return 'A shop is needed: --tenant ID.';
  if (name === 'create') return create(tenant, permissions, days, now);
  if (name === 'list') return async ({ service }) => ({ status: 'done', text: listOf(await service.listKeys(tenant), now()) });
  if (key === undefined) return 'A key is needed: --key KEY.';
  return name === 'rotate' ? rotate(tenant, key, grace) : revoke(tenant, key);
}

function create(tenantId: string, names: readonly string[], days: string | undefined, now: () => number): Command {
  const unknown = names.find((name) => !PERMISSIONS.some((known) => known === name));
  if (unknown !== undefined) return `There is no permission "${unknown}". There are: ${PERMISSIONS.join(', ')}.`;
  if (names.length === 0) return 'At least one permission is needed: --permission events:write.';
  const lasting = days === undefined ? undefined : readCount(days, LIMITS.days);
  if (days !== undefined && lasting === undefined) return `--days must be a whole number from ${LIMITS.days.least} to ${LIMITS.days.most}.`;
  return async ({ service }) => {
    const issued = await service.createKey({ tenantId, permissions: names as readonly Permission[], ...(lasting === undefined ? {} : { expiresMs: now() + lasting * DAY_MS }) });
    return issued === undefined ? { status: 'impossible', reason: `There is no shop ${tenantId}.` } : { status: 'done', text: describe(issued) };
  };
}

function rotate(tenantId: string, keyId: string, grace: string | undefined): Command {
  const hours = readCount(grace ?? String(LIMITS.grace.usual), LIMITS.grace);
  if (hours === undefined) return `--grace must be a whole number of hours from ${LIMITS.grace.least} to ${LIMITS.grace.most}.`;
  return async ({ service }) => {
    const issued = await service.rotateKey(tenantId, keyId, hours * HOUR_MS);
    return issued === undefined ? { status: 'impossible', reason: `The shop ${tenantId} has no key ${keyId} that works.` } : { status: 'done', text: `${describe(issued)}The key ${keyId} works for ${hours} more hours.\n` };
  };
}

function revoke(tenantId: string, keyId: string): Command {
  return async ({ service }) => (await service.revokeKey(tenantId, keyId)
    ? { status: 'done', text: `The key ${keyId} is revoked.\n` }
    : { status: 'impossible', reason: `The shop ${tenantId} has no key ${keyId}, or it was revoked before.` });
}

function describe({ key, credential }: IssuedKey): string {
  const end = key.expiresMs === undefined ? 'never' : new Date(key.expiresMs).toISOString();
  return `${credential}\n\nThis is shown once; keep it where secrets are kept.\nkey          ${key.id}\npermissions  ${key.permissions.join(' ')}\nends         ${end}\n`;
}

function listOf(keys: readonly ApiKey[], nowMs: number): string {
  const lines = keys.map((key) => `${key.id}  ${stateOf(key, nowMs).padEnd(7)}  ${new Date(key.createdMs).toISOString().slice(0, 10)}  ${key.expiresMs === undefined ? 'no end    ' : new Date(key.expiresMs).toISOString().slice(0, 10)}  ${key.permissions.join(' ')}`);
  return lines.length === 0 ? 'There are no keys.\n' : `${lines.join('\n')}\n`;
}

function readCount(text: string, { least, most }: { readonly least: number; readonly most: number }): number | undefined {
  const count = Number(text);
  return /^\d{1,5}$/.test(text) && count >= least && count <= most ? count : undefined;
}
