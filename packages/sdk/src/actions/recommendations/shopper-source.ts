import type { ConsentState } from '@vua/models/contracts';
import type { Expectation } from '@vua/models/recommend';
import type { HistoryStep } from '@vua/models/sequence';

/** What this device knows of its shopper; a tracker gives it. */
export interface ShopperSource {
  readonly consent: {
    read(): ConsentState;
    onChange(listener: () => void): () => void;
  };
  /** Oldest first. */
  history(): Promise<readonly HistoryStep[]>;
  /** What the sequence model on this device expects next: the best `limit`, or how the items `among` rank. Undefined where there is none. */
  expect?(limit: number, among?: readonly string[]): Promise<Expectation | undefined>;
}
