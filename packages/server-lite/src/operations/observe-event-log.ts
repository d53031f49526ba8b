import { SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { AppendOutcome, EventLog } from '../storage/event-log.ts';
import type { Metrics } from './metrics.ts';

export interface EventLogObservers {
  readonly metrics?: Pick<Metrics, 'commitFinished'>;
  readonly tracer?: Tracer;
}

/** The same log; how long each commit takes is measured, and traced where traces are switched on. */
export function observeEventLog(log: EventLog, { metrics, tracer }: EventLogObservers): EventLog {
  const measured = async (append: Promise<AppendOutcome>): Promise<AppendOutcome> => {
    const startedMs = performance.now();
    const outcome = await append;
    metrics?.commitFinished(performance.now() - startedMs, outcome.status === 'stored' ? 'stored' : outcome.reason);
    return outcome;
  };
  const append: EventLog['append'] = tracer === undefined ? (events) => measured(log.append(events)) : async (events) => {
    const span = tracer.startSpan('append events', { attributes: { 'vua.events': events.length } });
    try {
      const outcome = await measured(log.append(events));
      if (outcome.status === 'unavailable') span.setStatus({ code: SpanStatusCode.ERROR, message: outcome.reason });
      return outcome;
    } finally {
      span.end();
    }
  };
  return {
    append,
    read: (query) => log.read(query),
    eraseSubject: (tenantId, subject) => log.eraseSubject(tenantId, subject),
    dropBefore: (timeMs) => log.dropBefore(timeMs),
    state: () => log.state(),
    close: () => log.close(),
  };
}
