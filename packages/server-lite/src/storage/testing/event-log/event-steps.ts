import fc from 'fast-check';
import type { EventLog, StoredEvent } from '../../event-log.ts';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../sample-event.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface DrawnEvent {
  readonly tenant: number;
  readonly number: number;
  readonly idDays: number;
  readonly days: number;
  readonly subject: number;
  readonly customer: number | undefined;
}

export type EventStep =
  | { readonly type: 'append'; readonly events: readonly DrawnEvent[] }
  | { readonly type: 'read'; readonly tenant: number; readonly days: number; readonly length: number; readonly subject: string | undefined; readonly limit: number; readonly after: number | undefined }
  | { readonly type: 'erase'; readonly tenant: number; readonly subject: string }
  | { readonly type: 'drop'; readonly days: number }
  | { readonly type: 'clock'; readonly days: number };

// Few different values, so that steps meet each other.
const tenant = fc.integer({ min: 0, max: 1 });
const days = fc.oneof(fc.integer({ min: -100, max: 3 }), fc.constantFrom(-20_000, -800, -731, -730, 2, 3, 400));
const subject = fc.integer({ min: 0, max: 5 });
const drawnEvent = fc.record({ tenant, number: fc.integer({ min: 0, max: 8 }), idDays: days, days, subject, customer: fc.option(subject, { nil: undefined }) });
const anySubject = fc.oneof(subject.map((number) => `anonymous-${number}`), subject.map((number) => `customer-${number}`));

/** Steps in which appends are most frequent. */
export const eventSteps: fc.Arbitrary<readonly EventStep[]> = fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('append' as const), events: fc.array(drawnEvent, { minLength: 1, maxLength: 8 }) }) },
  { weight: 4, arbitrary: fc.record({
    type: fc.constant('read' as const), tenant, days, length: fc.integer({ min: 0, max: 1000 }), subject: fc.option(anySubject, { nil: undefined }),
    limit: fc.integer({ min: 1, max: 12 }), after: fc.option(days, { nil: undefined }),
  }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('erase' as const), tenant, subject: anySubject }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('drop' as const), days }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('clock' as const), days: fc.integer({ min: -40, max: 40 }) }) },
), { minLength: 1, maxLength: 14 });

/** Takes the step. Resolves with all that the log answered. */
export async function applyStep(log: EventLog, step: Exclude<EventStep, { type: 'clock' }>, tenantIds: readonly string[]): Promise<unknown> {
  const tenantOf = (place: number): string => tenantIds[place] ?? '';
  switch (step.type) {
    case 'append': return log.append(step.events.map((drawn) => eventOf(drawn, tenantOf(drawn.tenant))));
    case 'read': return log.read({
      tenantId: tenantOf(step.tenant), fromMs: timeOf(step.days), toMs: timeOf(step.days + step.length), limit: step.limit,
      ...(step.subject !== undefined && { subject: step.subject }), ...(step.after !== undefined && { afterId: sampleId(timeOf(step.after), 4) }),
    });
    case 'erase': return log.eraseSubject(tenantOf(step.tenant), step.subject);
    case 'drop': return log.dropBefore(timeOf(step.days));
  }
}

// Whole days, and never before 1970.
const timeOf = (days: number): number => Math.max(0, SAMPLE_NOW_MS + days * DAY_MS);

const CONSENTS = ['gdu', 'ggg', undefined, 'guu'] as const;

function eventOf(drawn: DrawnEvent, tenantId: string): StoredEvent {
  return sampleEvent(drawn.number, {
    tenantId, id: sampleId(timeOf(drawn.idDays), drawn.number), timeMs: timeOf(drawn.days), anonymousId: `anonymous-${drawn.subject}`,
    customerId: drawn.customer === undefined ? undefined : `customer-${drawn.customer}`,
    armsJson: drawn.subject % 2 === 0 ? undefined : `{"hero":"${drawn.days}"}`, consent: CONSENTS[drawn.subject % CONSENTS.length],
  });
}
