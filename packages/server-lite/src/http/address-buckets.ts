import { hash, randomBytes } from 'node:crypto';
import { networkOf } from './network-of.ts';

/**
 * Names the bucket of a client's address: `address:` and a keyed hash, from which the address cannot be told without the key.
 * @param key of 32 bytes, kept in memory only. Processes that count together need the same one.
 */
export function createAddressBuckets(key: Buffer = randomBytes(32)): (address: string) => string {
  const prefix = key.toString('base64');
  // One call of the one-shot hash takes 3 us where an HMAC object takes 70, and every request pays it. A key of fixed length before the message and a cut hash behind it leave nothing to extend.
  return (address) => `address:${hash('sha256', `${prefix}${networkOf(address)}`, 'base64url').slice(0, 22)}`;
}

/** A key that all processes of a database have and the database itself does not: it is made of the URL with the password. Without a database, of this process alone. */
export function addressKeyOf(databaseUrl: string | undefined): Buffer {
  return databaseUrl === undefined ? randomBytes(32) : hash('sha256', `address buckets\n${databaseUrl}`, 'buffer');
}
