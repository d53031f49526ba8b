export { keepSequence } from './keep-sequence.ts';
export { markOf } from './mark-of.ts';
export { nextSession } from './next-session.ts';
export { readArrival } from './read-arrival.ts';
export type { KeptSequence } from './keep-sequence.ts';
export type { Moment } from './moment.ts';
