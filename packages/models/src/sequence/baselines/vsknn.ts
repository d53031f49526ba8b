import type { ScoreFollowers } from '../score-items.ts';

/** Vector-weighted session nearest neighbours (Ludewig & Jannach 2018), with inverse document frequency. */
export interface VsknnSettings {
  /** Nearest sessions that vote. */
  readonly neighbors: number;
  /** Latest sessions that share an item, among which neighbours are sought. */
  readonly candidates: number;
}

export const VSKNN: VsknnSettings = { neighbors: 100, candidates: 500 };

/** @param sessions oldest first; `items` of the vocabulary */
export function createVsknn(sessions: readonly Int32Array[], items: number, { neighbors, candidates }: VsknnSettings = VSKNN): ScoreFollowers {
  const postings = postingsOf(sessions, items);
  const unique = sessions.map((session) => Int32Array.from(new Set(session)));
  const idf = postings.map(({ length }) => Math.log(sessions.length / Math.max(length, 1)));
  return ({ items: history }) => {
    const scores = new Map<number, number>();
    const weights = positionWeights(history);
    const found = latest(postings, weights, candidates).map((session) => ({ session, similarity: similarityOf(unique[session], weights) }));
    for (const { session, similarity } of found.sort((a, b) => b.similarity - a.similarity || b.session - a.session).slice(0, neighbors)) {
      const vote = similarity * agreementOf(unique[session], history);
      for (const item of unique[session] ?? []) scores.set(item, (scores.get(item) ?? 0) + vote * (idf[item] ?? 0));
    }
    return scores;
  };
}

/** Sessions of each item, ascending. */
function postingsOf(sessions: readonly Int32Array[], items: number): readonly (readonly number[])[] {
  const postings = Array.from({ length: items }, (): number[] => []);
  for (const [number, session] of sessions.entries()) for (const item of new Set(session)) postings[item]?.push(number);
  return postings;
}

/** The later in the session, the more an item counts: its last place over the length. */
function positionWeights(history: Int32Array): ReadonlyMap<number, number> {
  return new Map(Array.from(history, (item, step) => [item, (step + 1) / history.length]));
}

/** The latest sessions with any of the items; each of them is among the latest of one item. */
function latest(postings: readonly (readonly number[])[], weights: ReadonlyMap<number, number>, limit: number): number[] {
  const sessions = new Set<number>();
  for (const item of weights.keys()) for (const session of postings[item]?.slice(-limit) ?? []) sessions.add(session);
  return Array.from(Int32Array.from(sessions).sort().slice(-limit));
}

/** Weights of shared items, over the root of the session's length: the cosine but for what is the same for all sessions. */
function similarityOf(session: Int32Array | undefined, weights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const item of session ?? []) sum += weights.get(item) ?? 0;
  return sum / Math.sqrt(session?.length ?? 1);
}

/** Less by a tenth for each step since the latest shared item. */
function agreementOf(session: Int32Array | undefined, history: Int32Array): number {
  for (let age = 1; age <= history.length; age += 1) if (session?.includes(history[history.length - age] ?? -1) === true) return Math.max(0, 1 - age / 10);
  return 0;
}
