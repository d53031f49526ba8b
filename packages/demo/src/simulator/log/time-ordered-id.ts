import type { TimeOrderedId } from '@vua/models/contracts';
import type { Random } from '../random/seeded-random.ts';

/** UUID of version 7 (RFC 9562) with this time; what follows the time is drawn. @param timeMs UTC milliseconds, whole */
export function timeOrderedId(timeMs: number, random: Random): TimeOrderedId {
  const time = timeMs.toString(16).padStart(12, '0');
  const digits = (count: number): string => Math.floor(random() * 16 ** count).toString(16).padStart(count, '0');
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${variant}${digits(3)}-${digits(6)}${digits(6)}`;
}
