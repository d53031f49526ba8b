import { expect, it } from 'vitest';
import { parseOrigin } from './parse-origin.ts';

it.each([
  ['https://shop.example', 'https://shop.example'], ['https://shop.example/', 'https://shop.example'], ['https://SHOP.example:443', 'https://shop.example'],
  ['http://localhost:3000', 'http://localhost:3000'], ['https://áo.example', 'https://xn--o-tfa.example'], ['http://[::1]:80', 'http://[::1]'],
])('%j is the origin %j', (text, origin) => {
  expect(parseOrigin(text)).toBe(origin);
});

it.each(['', 'null', '*', 'https://*.shop.example', 'shop.example', '//shop.example', 'https://shop.example/path', 'https://shop.example?', 'https://shop.example#', 'https://user@shop.example', 'ftp://shop.example', 'file:///', 'chrome-extension://abc', ' https://shop.example', 'https://shop.example https://b.example'])('%j is none', (text) => {
  expect(parseOrigin(text)).toBeUndefined();
});
