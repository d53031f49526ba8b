import type { EventRejection, VuaEvent } from '@vua/models/contracts';
import { DATA_CHECKS, checkEnvelope } from './event-checks.ts';

export type Judgement =
  | { readonly status: 'accepted'; readonly event: VuaEvent }
  /** `path`: JSON pointer to what is wrong. */
  | { readonly status: 'rejected'; readonly code: EventRejection['code']; readonly path?: string };

/** Whether an event that somebody sent may be kept. Pure; the subject's erasure is a question to the event log. */
export function judgeEvent(value: unknown): Judgement {
  const wrong = checkEnvelope(value);
  if (wrong !== undefined) return { status: 'rejected', code: 'invalid-event', path: wrong };
  const event = value as VuaEvent;
  // `unknown`: it waited on its page until the shopper agreed. A device sends nothing else that was not agreed to at once.
  if (event.consent.analytics === 'denied') return { status: 'rejected', code: 'without-consent' };
  const checkData = DATA_CHECKS.get(event.type);
  if (checkData === undefined) return { status: 'rejected', code: 'unknown-type', path: '/type' };
  const wrongData = checkData(event.data);
  if (wrongData !== undefined) return { status: 'rejected', code: 'invalid-event', path: `/data${wrongData}` };
  if (event.customerId !== undefined && event.consent.personalization !== 'granted') return { status: 'rejected', code: 'invalid-event', path: '/customerId' };
  return { status: 'accepted', event };
}
