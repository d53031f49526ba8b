import { Type, type Static } from 'typebox';

/** Id of a product, colour or size chart as it stands in URLs: lower-case letters, digits and hyphens, 1-64. */
export const Identifier = Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$' });
export type Identifier = Static<typeof Identifier>;

/** UUID version 7 (RFC 9562), lower case: its first 48 bits are the UTC milliseconds at which it was made, so ids sort by time. */
export const TimeOrderedId = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
export type TimeOrderedId = Static<typeof TimeOrderedId>;

/** Public key of a shop, as it stands in its pages: `site_` and 8-40 lower-case letters and digits. Not a secret: what it opens is also bound to the shop's origins. */
export const SiteKey = Type.String({ pattern: '^site_[a-z0-9]{8,40}$' });
export type SiteKey = Static<typeof SiteKey>;

/** Id that a shop gave, such as of an item, an order or a list: 1-128 characters, no control characters. */
export const ShopId = Type.String({ minLength: 1, maxLength: 128, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });
export type ShopId = Static<typeof ShopId>;

/** HMAC-SHA-256 of a shop's customer id, made by the shop's backend with a key that never reaches a page: 43 characters of base64url. */
export const CustomerHmac = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
export type CustomerHmac = Static<typeof CustomerHmac>;
