import { expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

it.each(['/products/{id}', 'shirts/{id}?a=b#c', '{id}', '?id={id}', '//pictures.example/{id}.jpg', 'https://{id}.example/', 'HTTP://shop.example/{id}', ''])('takes %s', (template) => {
  expect(webAddress(template)).toBe(template);
});

it.each([
  'javascript:alert(1)', ' JavaScript:alert(1)//{id}', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', '\tjavascript:alert(1)', 'java{id}script:alert(1)', '{id}:alert(1)',
  'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'blob:https://a.example/b', 'file:///etc/passwd', 'https://', 'http://[',
])('takes %j as not there', (template) => {
  expect(webAddress(template)).toBeUndefined();
});

it('has nothing where there is none', () => expect(webAddress(null)).toBeUndefined());
