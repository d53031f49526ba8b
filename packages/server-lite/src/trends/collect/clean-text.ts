const MENTION = /[\w.+-]*@[\w.-]+/g;
const NAME_FIELD = /("(?:username|owner|full_name)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/** Text of a public post without the names of people in it (`@name`, mail addresses), as every store can hold it. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replaceAll(MENTION, '@');
}

/** The body of an answer, which may be cut off, without the token that addresses in it repeat and without names of people. */
export function cleanBody(body: string, token: string): string {
  const withoutToken = [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)].reduce((text, secret) => text.replaceAll(secret, '[token]'), body);
  return cleanText(withoutToken.replaceAll(NAME_FIELD, '$1""'));
}
