export { keepSequence } from './keep-sequence.ts';
export { nextSession } from './next-session.ts';
export { readArrival } from './read-arrival.ts';
export type { KeptSequence } from './keep-sequence.ts';
export type { SequenceStep } from './sequence-of.ts';
