import type { ProfileLife } from './device-profile.ts';
import type { ProfileRecord } from './profile-record.ts';

/** Holds one record or none. That storage fails is expected: no method rejects. */
export interface ProfileStore {
  /** How long a written record stays. */
  readonly lasts: ProfileLife;
  /** Puts `record` in place of what was there. @returns whether it is there now. */
  write(record: ProfileRecord): Promise<boolean>;
  read(): Promise<StoredRecord>;
  /** Deletes the record and whatever belongs to it. @returns whether nothing is there now. */
  clear(): Promise<boolean>;
}

export type StoredRecord =
  | { readonly status: 'found'; readonly record: ProfileRecord }
  | { readonly status: 'none' }
  | { readonly status: 'unreachable' }
  /** `newer`: by a later version of the SDK. */
  | { readonly status: 'unreadable'; readonly reason: 'damaged' | 'newer' };

/** Lasts as long as the page. */
export function createMemoryStore(): ProfileStore {
  let held: ProfileRecord | undefined;
  return {
    lasts: 'page',
    async write(record) {
      held = structuredClone(record);
      return true;
    },
    read: async () => (held ? { status: 'found', record: structuredClone(held) } : { status: 'none' }),
    async clear() {
      held = undefined;
      return true;
    },
  };
}
