import { isBodyEstimate } from './check-body.ts';
import { type Shape, isNumber, isObject, isText } from './check-shape.ts';
import type { ProfileRecord } from './profile-record.ts';

/** Until the year 275760, the last one of `Date`. */
const TIME = isNumber(0, 8.64e15);
const CONSENT: Shape<ProfileRecord['consent']> = { textVersion: isText(64), agreedAtMs: TIME };
const RECORD: Shape<ProfileRecord> = { body: isBodyEstimate, measuredAtMs: TIME, consent: isObject(CONSENT) };

/** A copy of `given` as it would come back from JSON, or undefined when that is no record. */
export function checkRecord(given: unknown): ProfileRecord | undefined {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(given));
    return isObject(RECORD)(copy) ? copy as ProfileRecord : undefined;
  } catch {
    // Cyclic, or with a getter that throws: a page may hand over anything.
    return undefined;
  }
}
