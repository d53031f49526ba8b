import { expect, it } from 'vitest';
import { forgetKey, fragmentWithoutKey, keepKey, keyOfFragment, keyOfText, readKey } from './access-key.ts';

it('reads the key of a link', () => {
  expect(keyOfFragment('#key=vua_sk_1_ab-c')).toBe('vua_sk_1_ab-c');
  expect(keyOfText('https://shop.example/console#key=vua_sk_1_abc')).toBe('vua_sk_1_abc');
  expect(keyOfText('  vua_sk_1_abc\n')).toBe('vua_sk_1_abc');
});

it.each(['', '#', '#key=', '#key', '#other=1', '#key=a b', '#key=ä', '#key=a%0d%0ab', `#key=${'a'.repeat(5000)}`])('finds none in %j', (fragment) => {
  expect(keyOfFragment(fragment)).toBeUndefined();
  expect(keyOfText(fragment)).toBeUndefined();
});

it.each([
  ['#view=trends&key=vua_sk_1_abc', '#view=trends'], ['#key=vua_sk_1_abc&view=trends&tag=v%C3%A1y+midi', '#view=trends&tag=v%C3%A1y+midi'],
  ['#key=vua_sk_1_abc', ''], ['#key=a&key=b', ''], ['', ''],
])('takes the key out of %j and nothing else', (fragment, rest) => {
  expect(fragmentWithoutKey(fragment)).toBe(rest);
});

it('keeps it until it is forgotten, and only what can be sent', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name) };
  keepKey('vua_sk_1_abc', storage);
  expect(readKey(storage)).toBe('vua_sk_1_abc');
  forgetKey(storage);
  expect(readKey(storage)).toBeUndefined();
  keepKey('a\nb', storage);
  expect(readKey(storage)).toBeUndefined();
  expect(readKey(undefined)).toBeUndefined();
});
