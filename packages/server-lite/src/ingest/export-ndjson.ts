import type { StoredEvent } from '../storage/event-log.ts';
import { toRecordedJson } from './recorded-json.ts';

type Pages = AsyncIterable<readonly StoredEvent[]>;

/** One event a line. */
export async function* exportNdjson(pages: Pages): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((event) => `${toRecordedJson(event)}\n`).join('');
}
