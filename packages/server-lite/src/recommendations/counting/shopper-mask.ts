import { LEAST_SHOPPERS } from '../../storage/least-shoppers.ts';

/**
 * One of 32 bits for a shopper. Where five bits of a mask are set, at least five different shoppers were there; the bits tell nobody which.
 * @param salt of this count, so that bits of two counts are not the same shopper's
 */
export function shopperBit(anonymousId: string, salt: number): number {
  let hash = salt | 0;
  for (let at = 0; at < anonymousId.length; at += 1) hash = Math.imul(hash ^ anonymousId.charCodeAt(at), 0x01000193);
  return 1 << ((hash ^ (hash >>> 15)) & 31);
}

export function hasEnoughShoppers(mask: number): boolean {
  let [left, bits] = [mask, 0];
  for (; left !== 0; left &= left - 1) bits += 1;
  return bits >= LEAST_SHOPPERS;
}
