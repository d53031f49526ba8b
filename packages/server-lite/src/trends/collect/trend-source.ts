import type { CollectedSource } from '@vua/models/contracts';
import type { CollectOutcome } from './collect-outcome.ts';
import type { RequestBudget } from './request-budget.ts';
import type { TagProgress } from './snapshot-repository.ts';

export interface CollectRequest {
  readonly progress: TagProgress;
  readonly budget: RequestBudget;
  /** Which of these posts were seen by then, UTC milliseconds. */
  readonly seenBy: (postIds: readonly string[], atMs: number) => Promise<ReadonlySet<string>>;
  readonly signal: AbortSignal;
}

/** A network that is asked about tags with one token. */
export interface TrendSource {
  readonly name: CollectedSource;
  /**
   * Asks about one tag from its newest on, answer after answer. The caller keeps each before it asks for the next one: then whatever ends the process, what was
   * told is there once, and the next collection of this tag finds what is lacking. Ends after an outcome that is not `collected`, or one with `isFinished`.
   */
  collect(request: CollectRequest): AsyncIterable<CollectOutcome>;
}

/** How a configured source is reached. */
export interface SourceAccess {
  readonly baseUrl: string;
  readonly token: string;
  readonly accountIds: readonly string[];
  readonly regions: readonly string[];
}

/** The world around a source. */
export interface CollectWorld {
  readonly fetch: typeof globalThis.fetch;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** For one answer, its body included. @default 30 s */
  readonly timeoutMs?: number;
}
