import { expect, it } from 'vitest';
import { readSettings } from './read-settings.ts';

it('has defaults', () => {
  expect(readSettings({}, '/shop')).toEqual({ status: 'ok', settings: { port: 3000, host: 'localhost', dataDir: '/shop/.data' } });
  expect(readSettings({ PORT: '', HOST: '', DATA_DIR: '' }, '/shop')).toEqual(readSettings({}, '/shop'));
});

it('takes what is given', () => {
  expect(readSettings({ PORT: '0', HOST: '::1', DATA_DIR: '/var/lib/vua' }, '/shop')).toEqual({ status: 'ok', settings: { port: 0, host: '::1', dataDir: '/var/lib/vua' } });
});

it.each([
  { PORT: '65536' }, { PORT: '-1' }, { PORT: '80.5' }, { PORT: 'eighty' }, { PORT: '1e3' }, { PORT: ' 80' }, { HOST: 'not a host' }, { HOST: 'a/b' }, { DATA_DIR: 'a\0b' },
])('refuses %j in one sentence', (env) => {
  const result = readSettings(env, '/shop');
  expect(result).toMatchObject({ status: 'invalid', problems: [expect.stringContaining(Object.keys(env)[0] ?? '')] });
});

it('names every mistake at once', () => {
  const result = readSettings({ PORT: 'x', HOST: '?' }, '/shop');
  expect(result.status === 'invalid' && result.problems).toHaveLength(2);
});
