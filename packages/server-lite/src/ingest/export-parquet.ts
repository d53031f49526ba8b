import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { StoredEvent } from '../storage/event-log.ts';
import { consentOf } from '../storage/events/consent-letters.ts';

type Pages = AsyncIterable<readonly StoredEvent[]>;

/** Rows that are gathered into one row group: what the export holds in memory. */
const ROW_GROUP = 5000;

interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'TIMESTAMP';
  readonly nullable: boolean;
  readonly valueOf: (event: StoredEvent) => string | Date | undefined;
}

// Names and order as in `RecordedEvent`. `consent`, `arms` and `data` are their JSON, as text.
const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'STRING', nullable: false, valueOf: (event) => event.id },
  { name: 'type', type: 'STRING', nullable: false, valueOf: (event) => event.type },
  { name: 'timeMs', type: 'TIMESTAMP', nullable: false, valueOf: (event) => new Date(event.timeMs) },
  { name: 'receivedMs', type: 'TIMESTAMP', nullable: false, valueOf: (event) => new Date(event.receivedMs) },
  { name: 'sessionId', type: 'STRING', nullable: false, valueOf: (event) => event.sessionId },
  { name: 'anonymousId', type: 'STRING', nullable: false, valueOf: (event) => event.anonymousId },
  { name: 'customerId', type: 'STRING', nullable: true, valueOf: (event) => event.customerId },
  { name: 'itemId', type: 'STRING', nullable: true, valueOf: (event) => event.itemId },
  { name: 'consent', type: 'STRING', nullable: true, valueOf: (event) => JSON.stringify(consentOf(event.consent)) },
  { name: 'arms', type: 'STRING', nullable: true, valueOf: (event) => event.armsJson },
  { name: 'data', type: 'STRING', nullable: false, valueOf: (event) => event.dataJson },
];

/** A Parquet file (Snappy), piece by piece: a row group of 5,000 events is in memory, and the footer's few bytes for each group. */
export async function* exportParquet(pages: Pages): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: COLUMNS.map(({ name, type, nullable }) => ({ name, type, nullable, data: [] })) });
  const file = new ParquetWriter({ writer, schema });
  const write = (rows: readonly StoredEvent[]): void => {
    void file.write({ columnData: COLUMNS.map(({ name, valueOf }) => ({ name, data: rows.map(valueOf), offsetIndex: false })), rowGroupSize: ROW_GROUP });
  };
  let rows: StoredEvent[] = [];
  for await (const page of pages) {
    rows.push(...page);
    if (rows.length < ROW_GROUP) continue;
    write(rows);
    rows = [];
    yield takeBytes(writer);
  }
  if (rows.length > 0) write(rows);
  void file.finish();
  yield takeBytes(writer);
}

/** What was written since the last time. Offsets of the file go on. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
