/** Why the server lets nobody in: it does not know the key, or the key may not read this. */
export type Refusal = 'unauthenticated' | 'forbidden';

/** What became of a question to the server. */
export type Reading<T> =
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'refused'; readonly reason: Refusal }
  /** No answer, or none that helps; another try may. `busy`: the server asked to come later; `missing`: it knows no such thing. */
  | { readonly status: 'failed'; readonly reason: 'busy' | 'missing' | 'other' };
