import type { SizeAdvice } from '@vua/models/size';

type BetweenAdvice = Extract<SizeAdvice, { status: 'between' }>;

/** The one of the two sizes that is more probable; the larger when they are equal, for tight clothes cannot be worn. */
export function likelierOf({ smaller, larger, probabilities }: BetweenAdvice): string {
  const probabilityOf = (label: string): number => probabilities.find(({ size }) => size === label)?.probability ?? 0;
  return probabilityOf(smaller) > probabilityOf(larger) ? smaller : larger;
}
