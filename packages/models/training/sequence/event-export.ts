import { PRICE_EDGES_MINOR, STEP_TYPES, type StepType, bucketOf } from '@vua/models/sequence';
import type { EventFormat, EventRow, RowReading } from './event-row.ts';
import { CATEGORY_SIDE, type Naming, PRICE_SIDE, TYPE_SIDE, createNaming, typeValue } from './side-inputs.ts';

/** What a line of the export tells of an item; everything else is left aside. */
interface ExportedItem {
  readonly itemId: string;
  readonly category?: unknown;
  readonly price?: unknown;
}

/**
 * The server's own log: a `RecordedEvent` a line. A sequence is what one pseudonymous id did, which lives a day at most; it is not cut at rests,
 * because on the device the model sees over them too, and knows how long they were.
 */
export const EVENT_EXPORT: EventFormat = {
  sideInputs: [TYPE_SIDE, PRICE_SIDE, CATEGORY_SIDE], hasTimes: true, cutsAtRest: false,
  openParser: () => {
    const category = createNaming(CATEGORY_SIDE);
    const parseLine = (text: string): RowReading => {
      const event = parse(text);
      const { type, timeMs, anonymousId, data } = event ?? {};
      if (typeof type !== 'string' || typeof timeMs !== 'number' || typeof anonymousId !== 'string' || !isRecord(data)) return { reason: 'a line is an event of the export: type, timeMs, anonymousId, data' };
      const step = STEP_TYPES.find((known) => known === type);
      return step === undefined ? [] : itemsOf(data).map((item) => rowOf(item, step, { key: anonymousId, timeMs }, category));
    };
    return { names: () => ({ category: category.names() }), parse: parseLine };
  },
};

function rowOf({ itemId, price, category: name }: ExportedItem, type: StepType, place: Pick<EventRow, 'key' | 'timeMs'>, category: Naming): EventRow {
  const amount = isRecord(price) && typeof price.amountMinor === 'number' ? price.amountMinor : undefined;
  return { ...place, item: itemId, sides: [typeValue(type), bucketOf(amount, PRICE_EDGES_MINOR), category.valueOf(typeof name === 'string' ? name : undefined)] };
}

function itemsOf(data: Readonly<Record<string, unknown>>): ExportedItem[] {
  const items: readonly unknown[] = Array.isArray(data.items) ? data.items : 'item' in data ? [data.item] : [data];
  return items.filter((item): item is ExportedItem & Record<string, unknown> => isRecord(item) && typeof item.itemId === 'string');
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
