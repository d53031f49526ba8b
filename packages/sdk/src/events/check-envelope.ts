import type { EventEnvelope } from '@vua/models/contracts';
import { findFault } from '../find-fault.ts';
import { ENVELOPE_SCHEMAS } from './event-schemas.ts';

/** What a shop adds to the envelope of its events. */
export type ShopEnvelope = Pick<EventEnvelope, 'customerId' | 'arms'>;

/** The parts of `given` that are as the contract wants them; the others are left out, so that they spoil no event. */
export function checkEnvelope({ customerId, arms }: ShopEnvelope): ShopEnvelope {
  return {
    ...(customerId !== undefined && findFault(ENVELOPE_SCHEMAS.customerId, customerId) === undefined && { customerId }),
    ...(arms !== undefined && findFault(ENVELOPE_SCHEMAS.arms, arms) === undefined && { arms }),
  };
}
