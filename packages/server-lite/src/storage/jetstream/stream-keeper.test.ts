import { expect, it } from 'vitest';
import { firstKept } from './stream-keeper.ts';

const place = (bytes: number, floor: number, maxBytes = 1000) => firstKept(
  { config: { max_bytes: maxBytes }, state: { bytes, messages: 100, first_seq: 11 } } as Parameters<typeof firstKept>[0],
  { ack_floor: { stream_seq: floor } } as Parameters<typeof firstKept>[1],
);

it('keeps all of a stream that is at most half full', () => {
  expect(place(500, 110)).toBe(11);
  expect(place(5000, 110, -1)).toBe(11);
});

it('makes room from the oldest, down to the half', () => {
  expect(place(1000, 110)).toBe(61);
  expect(place(625, 110)).toBe(31);
});

it('never gives away what is not written', () => {
  expect(place(1000, 20)).toBe(21);
  expect(place(1000, 10)).toBe(11);
});
