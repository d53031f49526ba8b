import type { Permission } from '../http/access.ts';

/** A shop. */
export interface Tenant {
  /** As in contracts/identifier. */
  readonly id: string;
  readonly name: string;
  /** UTC milliseconds. */
  readonly createdMs: number;
}

/** Public key of a shop's pages, and where these pages lie. */
export interface Site {
  readonly siteKey: string;
  readonly tenantId: string;
  /** Scheme, host and port as browsers write them, such as `https://shop.example`. */
  readonly origins: readonly string[];
  readonly createdMs: number;
}

/** Secret key of a shop's program, without the secret. */
export interface ApiKey {
  /** 16 hexadecimal digits; stands in the credential, in lists and in logs. */
  readonly id: string;
  readonly tenantId: string;
  /** SHA-256 of the credential: 64 hexadecimal digits. */
  readonly secretHash: string;
  readonly permissions: readonly Permission[];
  readonly createdMs: number;
  /** From this millisecond on it is refused. */
  readonly expiresMs: number | undefined;
  readonly revokedMs: number | undefined;
}
