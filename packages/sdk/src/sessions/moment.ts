import type { EventItem, VuaEvent } from '@vua/models/contracts';
import { type StepType, STEP_TYPES, priceBucketOf } from '@vua/models/sequence';

/** What the device remembers of an event about one item. */
export interface Moment {
  readonly eventId: string;
  /** Its place among the items of that event. */
  readonly line: number;
  readonly sessionId: string;
  /** UTC milliseconds. */
  readonly timeMs: number;
  readonly type: StepType;
  readonly itemId: string;
  readonly priceBucket: number;
  /** As the shop names it; absent where it is not known, and in what was kept before version 2 of this record. */
  readonly category?: string;
  /** Of a click in recommendations: the answer's. */
  readonly recommendationId?: string;
}

/** The moments of an event; none where it is about no item, or about what was only shown. */
export function momentsOf(event: VuaEvent): readonly Moment[] {
  const { id: eventId, sessionId, timeMs, type } = event;
  if (!isStepType(type)) return [];
  const recommendationId = event.type === 'recommendation_click' ? event.data.recommendationId : undefined;
  return itemsOf(event).map((item, line) => ({
    eventId, line, sessionId, timeMs, type, itemId: item.itemId, priceBucket: priceBucketOf(item),
    ...(item.category !== undefined && { category: item.category }), ...(recommendationId !== undefined && { recommendationId }),
  }));
}

const isStepType = (type: string): type is StepType => STEP_TYPES.some((step) => step === type);

type StepItem = Pick<EventItem, 'itemId' | 'price' | 'category'>;

function itemsOf({ data }: VuaEvent): readonly StepItem[] {
  if ('items' in data) return data.items;
  if ('item' in data) return [data.item];
  return 'itemId' in data && data.itemId !== undefined ? [{ itemId: data.itemId }] : [];
}

/** Reads what a device kept; what another hand changed is left out. */
export function parseMoments(given: unknown): readonly Moment[] {
  return Array.isArray(given) ? given.filter(isMoment) : [];
}

function isMoment(given: unknown): given is Moment {
  const { eventId, sessionId, itemId, type, line, timeMs, priceBucket, category, recommendationId } = (given ?? {}) as Readonly<Record<keyof Moment, unknown>>;
  return [eventId, sessionId, itemId].every((id) => typeof id === 'string') && isStepType(String(type)) && [category, recommendationId].every((text) => text === undefined || typeof text === 'string')
    && Number.isFinite(timeMs) && [line, priceBucket].every((count) => Number.isInteger(count) && Number(count) >= 0);
}
