import { expect, it } from 'vitest';
import { errorFacts } from './error-facts.ts';

it('keeps name, code and frames, and nothing of the message', () => {
  const error = Object.assign(new TypeError('row of a@b.example\n    at a@b.example'), { code: 'SQLITE_FULL', cause: new Error('a@b.example') });
  const facts = errorFacts(error);
  expect(facts).toMatchObject({ name: 'TypeError', code: 'SQLITE_FULL' });
  expect(facts.stack).toContain('error-facts.test.ts');
  expect(JSON.stringify(facts)).not.toContain('a@b.example');
});

it.each([['a@b.example', 'string'], [undefined, 'undefined'], [{ message: 'a@b.example' }, 'object']])('says of %j only what it is', (thrown, name) => {
  expect(errorFacts(thrown)).toEqual({ name, code: undefined, stack: undefined });
});
