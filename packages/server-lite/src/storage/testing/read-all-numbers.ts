import type { EventLog } from '../event-log.ts';

const PAGE = 5000;

/** Numbers of all events of the tenant `demo` that `sampleEvent` made. @throws when an id comes twice. */
export async function readAllNumbers(log: EventLog): Promise<ReadonlySet<number>> {
  const numbers = new Set<number>();
  let afterId: string | undefined;
  for (;;) {
    const events = await log.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: PAGE, ...(afterId !== undefined && { afterId }) });
    for (const { id } of events) {
      const number = Number.parseInt(id.slice(-12), 16);
      if (numbers.has(number)) throw new Error(`event ${id} is stored twice`);
      numbers.add(number);
    }
    if (events.length < PAGE) return numbers;
    afterId = events.at(-1)?.id;
  }
}
