import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressKeyOf, createAddressBuckets } from './address-buckets.ts';
import { networkOf } from './network-of.ts';

it.each([
  ['203.0.113.9', '203.0.113.9'], ['::ffff:203.0.113.9', '203.0.113.9'], ['::FFFF:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:DB8:1:2::6', '2001:db8:1:2::/64'], ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'], ['::1', '0:0:0:0::/64'], ['::', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'], ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
  ['203.0.113.9:1001', '203.0.113.9'], ['[2001:db8:1:2::6]:443', '2001:db8:1:2::/64'], ['[2001:db8:1:2::6]', '2001:db8:1:2::/64'], ['[::ffff:203.0.113.9]:80', '203.0.113.9'],
  ['', ''],
])('%s is of the subscriber %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

const group = fc.integer({ min: 0, max: 0xff_ff });

it('whatever a device of a subscriber calls itself, it is of that subscriber', () => {
  fc.assert(fc.property(fc.tuple(group, group, group, group), fc.tuple(group, group, group, group), fc.tuple(group, group, group, group), (network, one, other) => {
    const write = (groups: readonly number[]): string => groups.map((value) => value.toString(16)).join(':');
    expect(networkOf(write([...network, ...one]))).toBe(networkOf(write([...network, ...other])));
    // As addresses are shortened by the system.
    const short = new URL(`http://[${write([...network, ...one])}]`).hostname.slice(1, -1);
    expect(networkOf(short)).toBe(networkOf(write([...network, ...one])));
  }));
});

it('a bucket does not tell the address, and another key gives another name', () => {
  const bucketOf = createAddressBuckets(addressKeyOf('postgres://user:secret@host/vua'));
  expect(bucketOf('203.0.113.9')).toMatch(/^address:[A-Za-z0-9_-]{22}$/);
  expect(bucketOf('203.0.113.9')).toBe(createAddressBuckets(addressKeyOf('postgres://user:secret@host/vua'))('::ffff:203.0.113.9'));
  expect(bucketOf('203.0.113.9')).not.toBe(createAddressBuckets(addressKeyOf('postgres://user:other@host/vua'))('203.0.113.9'));
  expect(createAddressBuckets()('203.0.113.9')).not.toBe(createAddressBuckets()('203.0.113.9'));
});
