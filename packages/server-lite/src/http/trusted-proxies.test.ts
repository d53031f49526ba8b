import { expect, it } from 'vitest';
import { readTrustedProxies } from './trusted-proxies.ts';

it.each([[undefined], [''], [' , ']])('nobody is trusted without being named: %j', (text) => {
  expect(readTrustedProxies(text)).toEqual({ status: 'ok', trustProxy: false });
});

it('takes addresses, networks and the names of ranges', () => {
  expect(readTrustedProxies('10.0.0.0/8, ::1,loopback , 2001:db8::/32')).toEqual({ status: 'ok', trustProxy: ['10.0.0.0/8', '::1', 'loopback', '2001:db8::/32'] });
});

it.each(['true', '*', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/8/8', '10.0.0.0/', 'proxy.example', '1', '::1/129', '10.0.0.1;'])('refuses %j in one sentence', (text) => {
  expect(readTrustedProxies(`127.0.0.1,${text}`)).toMatchObject({ status: 'invalid', problem: expect.stringContaining(text) as string });
});
