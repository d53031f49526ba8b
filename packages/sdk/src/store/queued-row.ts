/** An event as it waits: written once as JSON, so that counting bytes and making batches costs nothing more. */
export interface NewRow {
  readonly id: string;
  /** JSON of the event. */
  readonly body: string;
  /** Length of `body` in UTF-8. */
  readonly bytes: number;
  /** When it was captured, UTC milliseconds. */
  readonly timeMs: number;
}

export interface QueuedRow extends NewRow {
  /** Its place in the device's queue; undefined for a row that only the page's memory holds. */
  readonly seq?: number;
}

/** The most that one reading takes; at least one row comes, however large. */
export interface RowLimits {
  readonly events: number;
  readonly bytes: number;
}

const encoder = new TextEncoder();

export function rowOf(id: string, timeMs: number, event: unknown): NewRow {
  const body = JSON.stringify(event);
  return { id, body, timeMs, bytes: encoder.encode(body).length };
}

/** The first of `rows` that keep within the limits together. */
export function firstWithin<T extends NewRow>(rows: readonly T[], { events, bytes }: RowLimits): T[] {
  let sum = 0;
  const end = rows.findIndex((row, index) => {
    // The comma between two events counts too.
    sum += row.bytes + 1;
    return index >= events || (index > 0 && sum > bytes);
  });
  return end < 0 ? [...rows] : rows.slice(0, end);
}
