import type { EventBody } from '@vua/models/contracts';
import { weightedIndex } from './random/draws.ts';
import type { Random } from './random/seeded-random.ts';
import { MOVES } from './visits/moves.ts';
import { takeMove } from './visits/take-move.ts';
import { type Next, type Visit, nextOf } from './visits/visit.ts';
import type { VisitState } from './visits/visit-state.ts';

/** One event of a visit, before it has an envelope. */
export interface WalkedStep {
  readonly body: EventBody;
  readonly timeMs: number;
  /** What comes after it. */
  readonly next: Next;
}

export interface WalkedVisit {
  readonly steps: readonly WalkedStep[];
  readonly end: VisitState;
}

/** Walks a visit to its end: a chain in which each move is drawn from {@link Next}. */
export function walkVisit(visit: Visit, start: VisitState, random: Random): WalkedVisit {
  const steps: WalkedStep[] = [];
  let [state, next] = [start, nextOf(visit, start)];
  for (;;) {
    const move = MOVES[weightedIndex(random, MOVES.map((each) => next.moves[each]))] ?? 'leave';
    if (move === 'leave') return { steps, end: state };
    const taken = takeMove(move, visit, state, next.items, random);
    state = taken.state;
    next = nextOf(visit, state);
    steps.push({ body: taken.body, timeMs: state.timeMs, next });
  }
}
