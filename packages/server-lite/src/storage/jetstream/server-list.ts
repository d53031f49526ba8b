/** Where a NATS cluster is, and who we are there. */
export interface ServerList {
  /** Such as `10.0.0.1:4222`. */
  readonly servers: readonly string[];
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly tls: boolean;
}

const DEFAULT_PORT = 4222;
const PROTOCOLS = ['nats:', 'tls:'];

/**
 * Reads NATS_URL: addresses with a comma between, such as `nats://user:password@10.0.0.1:4222,nats://10.0.0.2:4222`. The first user
 * and password count for all of them; one `tls://` makes all of them encrypted.
 * @returns undefined when it is no such list.
 */
export function readServerList(text: string): ServerList | undefined {
  const urls = text.split(',').map((part) => URL.parse(part.trim()));
  const good = urls.filter((url) => url !== null).filter(isServer);
  if (good.length === 0 || good.length < urls.length) return undefined;
  const named = good.find((url) => url.username !== '');
  return {
    servers: good.map((url) => `${url.hostname}:${url.port || DEFAULT_PORT}`),
    user: named === undefined ? undefined : decodeURIComponent(named.username),
    password: named === undefined ? undefined : decodeURIComponent(named.password),
    tls: good.some((url) => url.protocol === 'tls:'),
  };
}

const isServer = ({ protocol, hostname, pathname, search, hash }: URL): boolean => PROTOCOLS.includes(protocol) && hostname !== '' && ['', '/'].includes(pathname) && search === '' && hash === '';
