import { Type } from 'typebox';

/** Rows of a page, 1-999. */
export const PageLimit = Type.String({ pattern: '^[1-9][0-9]{0,2}$' });

const DEFAULT_LIMIT = 100;

export const readLimit = ({ limit }: { readonly limit?: string }): number => (limit === undefined ? DEFAULT_LIMIT : Number(limit));
