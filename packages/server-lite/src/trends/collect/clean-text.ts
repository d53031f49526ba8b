// Begins only where a word does: else a long word without `@` would be read once from each of its letters.
const MENTION = /(?<![\w.+-])[\w.+-]*@[\w.-]+/g;
const NAME_FIELD = /("(?:username|owner|full_name)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/** Text of a public post without the names of people in it (`@name`, mail addresses), as every store can hold it. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replaceAll(MENTION, '@');
}

/** Text without a token, in whichever of the ways in which addresses and JSON repeat it, also where the text breaks off within it. */
export function withoutToken(text: string, token: string): string {
  return [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)].reduce((left, secret) => withoutTail(left.replaceAll(secret, CUT), secret), text);
}

const CUT = '[token]';
/** Of a token that breaks off, fewer letters tell nothing. */
const LEAST_TAIL = 4;

function withoutTail(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= LEAST_TAIL; length -= 1) if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + CUT;
  return text;
}

/** The body of an answer, which may be cut off, without names of people. */
export function cleanBody(body: string): string {
  return cleanText(body.replaceAll(NAME_FIELD, '$1""'));
}
