import type { BodyEstimate } from '@vua/models/body';

/** What is kept, before it is encrypted. */
export interface ProfileRecord {
  readonly body: BodyEstimate;
  /** UTC milliseconds. */
  readonly measuredAtMs: number;
  readonly consent: {
    /** Wording that the shopper agreed to; 1-64 characters. */
    readonly textVersion: string;
    /** UTC milliseconds. */
    readonly agreedAtMs: number;
  };
}
