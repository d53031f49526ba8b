import type { EventData, EventType } from '@vua/models/contracts';
import { scrubText } from './scrub-text.ts';

type Data = EventData[EventType];

/** Copies of event data without addresses and numbers of people, in the fields into which people or shops write freely. Ids of the shop's are left as they are. */
export function scrubData(type: EventType, data: Data): Data {
  return SCRUBBERS[type]?.(data as never) ?? data;
}

const SCRUBBERS: { readonly [T in EventType]?: (data: EventData[T]) => EventData[T] } = {
  search: (data) => ({ ...data, term: scrubText(data.term) }),
  click: (data) => ({ ...data, target: scrubText(data.target) }),
  custom: ({ name, values }) => ({ name, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, scrubValue(value)])) }),
};

function scrubValue<T>(value: T): T | string {
  return typeof value === 'string' ? scrubText(value) : value;
}
