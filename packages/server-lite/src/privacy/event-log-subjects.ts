import type { EventLog, StoredEvent } from '../storage/event-log.ts';
import { consentOf } from '../storage/events/consent-letters.ts';
import type { SubjectStore } from '../storage/subject-store.ts';

const PAGE = 1000;

/** The event log, as one of the places that keep something of a subject. It refuses what comes later of an erased one. */
export function eventLogSubjects(log: Pick<EventLog, 'read' | 'eraseSubject'>): SubjectStore {
  return {
    name: 'events',
    eraseSubject: (tenantId, subject) => log.eraseSubject(tenantId, subject),
    async exportSubject(tenantId, subject) {
      const events: StoredEvent[] = [];
      for (;;) {
        const afterId = events.at(-1)?.id;
        const page = await log.read({ tenantId, subject, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: PAGE, ...(afterId === undefined ? {} : { afterId }) });
        events.push(...page);
        if (page.length < PAGE) return events.map(toExport);
      }
    },
  };
}

function toExport({ tenantId: _tenantId, dataJson, armsJson, consent, ...event }: StoredEvent): unknown {
  return { ...event, consent: consentOf(consent), ...(armsJson !== undefined && { arms: JSON.parse(armsJson) as unknown }), data: JSON.parse(dataJson) as unknown };
}
