import type { Recommendations } from '@vua/models/contracts';

/** Ids of shops are no longer. */
const MOST_LETTERS = 128;

/**
 * Id of a device's answer: the day, the kind, who spoke and its model. All shoppers who get such an answer on that day share it: orders carry it days later, and an id
 * of the answer's own would tie the pseudonymous ids of those days to each other. @param nowMs UTC milliseconds
 */
export function sharedAnswerId({ kind, strategy, modelVersion = '' }: Pick<Recommendations, 'kind' | 'strategy' | 'modelVersion'>, nowMs: number): string {
  return [new Date(nowMs).toISOString().slice(0, 10), kind, strategy, modelVersion].join('.').slice(0, MOST_LETTERS);
}
