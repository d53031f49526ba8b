/** Colours of the dots; the code beside it says the same, so nobody needs to tell them apart. */
const SESSION_TONES = 8;

export interface SessionMark {
  /** The last four characters: the first are the time, which all have in common. */
  readonly code: string;
  /** 0-7. */
  readonly tone: number;
}

/** How a session is shown: a short code and one of few colours, always the same for the same session. */
export function sessionMark(sessionId: string): SessionMark {
  let sum = 0;
  for (const character of sessionId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return { code: sessionId.slice(-4), tone: sum % SESSION_TONES };
}
