import { RecordedEvent, type VuaEvent } from '@vua/models/contracts';
import { compileCheck } from './event-checks.ts';
import { judgeEvent, type Judgement } from './judge-event.ts';

export type RecordedLine =
  /** `receivedMs`: UTC milliseconds, as the line says. */
  | { readonly status: 'read'; readonly event: VuaEvent; readonly receivedMs: number }
  | { readonly status: 'no-json' }
  | Extract<Judgement, { status: 'rejected' }>;

const checkRecorded = compileCheck(RecordedEvent);

/** A line of an export (NDJSON, a `RecordedEvent` each), judged as if a device had sent it. */
export function readRecordedLine(line: string): RecordedLine {
  const value = parse(line);
  if (value === undefined) return { status: 'no-json' };
  const wrong = checkRecorded(value);
  if (wrong !== undefined) return { status: 'rejected', code: 'invalid-event', path: wrong };
  const { receivedMs, itemId: _itemId, ...sent } = value as RecordedEvent;
  const judgement = judgeEvent({ ...sent, version: 1 });
  return judgement.status === 'accepted' ? { status: 'read', event: judgement.event, receivedMs } : judgement;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
