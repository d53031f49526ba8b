import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanBody, cleanText, withoutToken } from './clean-text.ts';

it('leaves a caption as it is, without the people in it', () => {
  expect(cleanText('Áo dài 5 @nguyen.thi_1, x+y@shop.vn #aodai 100%')).toBe('Áo dài 5 @, @ #aodai 100%');
});

it('cuts names and the token out of a body, also of one that is cut off', () => {
  const body = '{"data":[{"username" : "ng\\"uyen","caption":"hi @lan"}],"next":"https://a.example/?access_token=to%2Fken%2B1&q=to/ken+1"';
  expect(cleanBody(withoutToken(body, 'to/ken+1'))).toBe('{"data":[{"username" : "","caption":"hi @"}],"next":"https://a.example/?access_token=[token]&q=[token]"');
});

it('never keeps a token that stands in a body, as it is, as in an address, as in JSON, or in part at its end', () => {
  fc.assert(fc.property(fc.stringMatching(/^[!-~]{8,40}$/), fc.string(), fc.string(), fc.double({ min: 0.5, max: 1, noNaN: true }), (token, before, after, share) => {
    for (const told of [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)]) {
      expect(withoutToken(`${before} ${told} ${after}`, token)).not.toContain(` ${told} `);
      expect(withoutToken(`${before} ${told.slice(0, Math.ceil(told.length * share))}`, token)).not.toContain(told.slice(0, Math.ceil(told.length * share)));
    }
  }));
});

it('leaves JSON what it is', () => {
  fc.assert(fc.property(fc.array(fc.record({ id: fc.string(), caption: fc.string(), username: fc.string() })), (data) => {
    const cleaned = JSON.parse(cleanBody(JSON.stringify({ data }))) as { readonly data: readonly { readonly username: string }[] };
    expect(cleaned.data.map(({ username }) => username)).toEqual(data.map(() => ''));
  }));
});

it('needs no longer for a long word without an end', () => {
  const long = 'a'.repeat(4_000_000);
  expect(cleanText(long)).toBe(long);
});
