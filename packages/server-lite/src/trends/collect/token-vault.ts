import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps tokens of other services so that whoever reads the database does not have them. */
export interface TokenVault {
  /** Different each time, also for the same token. */
  seal(token: string, owner: TokenOwner): string;
  /** Undefined: sealed with another key, for another owner, or changed. */
  open(sealed: string, owner: TokenOwner): string | undefined;
}

/** Whose token it is: what is sealed for one opens for no other. */
export interface TokenOwner {
  readonly tenantId: string;
  readonly source: string;
}

const VERSION = 'v1';
// NIST SP 800-38D: 96 bits of nonce, 128 of tag.
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** AES-256-GCM. @param key 32 bytes */
export function createTokenVault(key: Uint8Array): TokenVault {
  const bound = ({ tenantId, source }: TokenOwner): Buffer => Buffer.from(JSON.stringify([VERSION, tenantId, source]));
  return {
    seal: (token, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound(owner));
      const sealed = Buffer.concat([nonce, cipher.update(token, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${sealed.toString('base64url')}`;
    },
    open: (text, owner) => {
      const [version, encoded = ''] = text.split('.');
      const sealed = Buffer.from(encoded, 'base64url');
      if (version !== VERSION || sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(bound(owner)).setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
