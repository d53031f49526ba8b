import { afterAll, beforeAll, describe } from 'vitest';
import { createEventLogContext, type OpenedEventLog } from './event-log/event-log-context.ts';
import { testAppending, testCalls } from './event-log/test-appending.ts';
import { testAtRandom } from './event-log/test-at-random.ts';
import { testErasure } from './event-log/test-erasure.ts';
import { testLateEvents } from './event-log/test-late-events.ts';
import { testMonths } from './event-log/test-months.ts';
import { testReading } from './event-log/test-reading.ts';

/** What every event log must do. @param runs of the random tests. */
export const describeEventLog = (name: string, open: (now: () => number) => Promise<OpenedEventLog>, runs: number): void => void describe(`${name} event log`, () => {
  const context = createEventLogContext(open);
  beforeAll(context.open);
  afterAll(context.close);
  testAppending(context);
  testCalls(context);
  testReading(context);
  testLateEvents(context);
  testMonths(context);
  testErasure(context);
  testAtRandom(context, runs);
});
