export type PeriodReading =
  | { readonly status: 'read'; readonly startsAtMs: number; readonly endsAtMs: number }
  | { readonly status: 'unreadable' | 'empty' };

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

// Prices are in VND, and Viet Nam has one time zone without summer time.
const USUAL_OFFSET = '+07:00';

/**
 * A period as ISO 8601 writes it: `2026-11-20T09:00+07:00/2026-11-25T23:59+07:00`, spaces around the stroke allowed.
 * A time without an offset is Vietnamese; a day alone begins at its first and ends after its last moment.
 */
export function readPeriod(text: string): PeriodReading {
  const [start, end, ...others] = text.split('/').map((part) => part.trim());
  if (start === undefined || end === undefined || others.length > 0) return { status: 'unreadable' };
  const startsAtMs = readMoment(start, 'start');
  const endsAtMs = readMoment(end, 'end');
  if (startsAtMs === undefined || endsAtMs === undefined) return { status: 'unreadable' };
  return startsAtMs < endsAtMs ? { status: 'read', startsAtMs, endsAtMs } : { status: 'empty' };
}

const DAY_MS = 24 * 60 * 60 * 1000;

function readMoment(text: string, side: 'start' | 'end'): number | undefined {
  const found = MOMENT.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset = USUAL_OFFSET] = found;
  const isDayOnly = found[4] === undefined;
  const offsetMs = offsetMsOf(offset);
  const atMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // `Date` takes 30 February for 2 March.
  const isReal = Number.isFinite(atMs) && new Date(atMs).getUTCDate() === Number(day);
  if (!isReal || offsetMs === undefined) return undefined;
  const moment = atMs - offsetMs + (isDayOnly && side === 'end' ? DAY_MS : 0);
  return moment >= 0 ? moment : undefined;
}

function offsetMsOf(offset: string): number | undefined {
  if (/^z$/i.test(offset)) return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
