import type { Reading } from './feed/reading.ts';

/** A panel with an answer of its own. */
export type Panel<T> = { readonly status: 'loading' } | Reading<T>;
