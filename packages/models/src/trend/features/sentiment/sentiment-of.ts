import { MOST_CHARACTERS } from '../words.ts';
import { type ToneToken, readTones } from './tone-tokens.ts';

/** How far a negation reaches, in words. */
const NEGATION_REACH = 4;
/** `not great` is less bad than `terrible`. */
const NEGATED = -0.8;
const BEFORE_TURN = 0.4;
/** With this sum the answer is 0.71. */
const HALFWAY = 2;

/** How a text sounds, from -1 to 1, by words, negations, degrees and emoji in Vietnamese and English; null where nothing tells. Irony without 🙃 or 🙄 is taken at its word. The first 10,000 characters are read. */
export function sentimentOf(text: string): number | null {
  const tokens = readTones(text.slice(0, MOST_CHARACTERS));
  const isMocking = tokens.some((token) => token.kind === 'emoji' && token.isMockery);
  const lastTurn = tokens.findLastIndex(({ kind }) => kind === 'turn');
  const values = tokens.flatMap((token, at) => {
    if (token.kind === 'emoji') return [token.value];
    if (token.kind !== 'tone' || token.value === 0) return [];
    const value = token.value * degreeAt(tokens, at) * (isNegated(tokens, at) ? NEGATED : 1) * (at < lastTurn ? BEFORE_TURN : 1);
    return [isMocking && value > 0 ? -value / 2 : value];
  });
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return sum / Math.hypot(sum, HALFWAY);
}

function degreeAt(tokens: readonly ToneToken[], at: number): number {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (before?.kind === 'degree' ? before.before : 1) * (after?.kind === 'degree' ? after.after : 1);
}

function isNegated(tokens: readonly ToneToken[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - NEGATION_REACH); back -= 1) {
    const kind = tokens[back]?.kind;
    if (kind === 'negation') return !isComparedAfter(tokens, at);
    if (kind === 'stop' || kind === 'turn' || kind === 'tone' || kind === 'emoji') return false;
  }
  return false;
}

const isComparedAfter = (tokens: readonly ToneToken[], at: number): boolean => tokens.slice(at + 1, at + 3).some(({ kind }) => kind === 'comparison');
