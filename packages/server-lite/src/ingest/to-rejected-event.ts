import { CustomerHmac, TimeOrderedId, type EventRejection } from '@vua/models/contracts';
import { compileCheck } from './event-checks.ts';
import type { RejectedEvent } from './quarantine-repository.ts';

/** Characters of a rejected event that are kept. */
const BODY_LIMIT = 2000;
/** Longer than an id is, and no more. */
const ID_LIMIT = 64;

type Fields = Readonly<Record<string, unknown>>;

/** What is kept of an event that was not taken. Its body only where the event itself says that its shopper agreed, and names the shopper in the one way in which an erasure finds it again. */
export function toRejectedEvent(value: unknown, rejection: Pick<EventRejection, 'code' | 'path'>, record: Pick<RejectedEvent, 'tenantId' | 'id' | 'receivedMs'>): RejectedEvent {
  const fields = isFields(value) ? value : {};
  const mayKeep = (rejection.code === 'invalid-event' || rejection.code === 'unknown-type') && agreed(fields) && isErasable(fields);
  return {
    ...record,
    code: rejection.code,
    path: clean(rejection.path),
    eventId: clean(readId(value)),
    anonymousId: mayKeep ? clean(shortText(fields['anonymousId'])) : undefined,
    customerId: mayKeep ? clean(shortText(fields['customerId'])) : undefined,
    body: mayKeep ? cutJson(value) : undefined,
  };
}

/** The id of something that should be an event, if it has a short one. */
export const readId = (value: unknown): string | undefined => (isFields(value) ? shortText(value['id']) : undefined);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const shortText = (value: unknown): string | undefined => (typeof value === 'string' && value.length <= ID_LIMIT ? value : undefined);
// No database stores half a character, and PostgreSQL no zero.
const clean = (text: string | undefined): string | undefined => text?.toWellFormed().replaceAll('\0', '\ufffd');

function agreed({ consent, customerId }: Fields): boolean {
  if (!isFields(consent) || consent['analytics'] !== 'granted') return false;
  return customerId === undefined || consent['personalization'] === 'granted';
}

const checkAnonymousId = compileCheck(TimeOrderedId);
const checkCustomerId = compileCheck(CustomerHmac);

function isErasable({ anonymousId, customerId }: Fields): boolean {
  return checkAnonymousId(anonymousId) === undefined && (customerId === undefined || checkCustomerId(customerId) === undefined);
}

function cutJson(value: unknown): string | undefined {
  try {
    return clean(JSON.stringify(value).slice(0, BODY_LIMIT));
  } catch {
    // Nested so deeply that the stack does not hold it.
    return undefined;
  }
}
