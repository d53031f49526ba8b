import { Type, type Static } from 'typebox';

/** Id of a product, colour or size chart as it stands in URLs: lower-case letters, digits and hyphens, 1-64. */
export const Identifier = Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$' });
export type Identifier = Static<typeof Identifier>;
