import { expect, it } from 'vitest';
import { readServerList } from './server-list.ts';

it('reads one server and many, with the usual port', () => {
  expect(readServerList('nats://bus')).toEqual({ servers: ['bus:4222'], user: undefined, password: undefined, tls: false });
  expect(readServerList('nats://10.0.0.1:4223, nats://10.0.0.2/,tls://[::1]:5')).toEqual({ servers: ['10.0.0.1:4223', '10.0.0.2:4222', '[::1]:5'], user: undefined, password: undefined, tls: true });
});

it('takes user and password from the first that has them', () => {
  expect(readServerList('nats://a,nats://me:p%40ss@b')).toMatchObject({ servers: ['a:4222', 'b:4222'], user: 'me', password: 'p@ss' });
});

it.each(['', 'bus:4222', 'nats://', 'nats://a,,nats://b', 'nats://a,redis://b', 'nats://a/path', 'nats://a?x=1', 'a b'])('refuses %j', (text) => {
  expect(readServerList(text)).toBeUndefined();
});
