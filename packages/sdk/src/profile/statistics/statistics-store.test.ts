import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { describeStatisticsStore } from '../testing/describe-statistics-store.ts';
import { createMemoryStatisticsStore } from './kept-statistics.ts';
import { openAnswer, sealAnswer } from './seal-answer.ts';
import { createStatisticsDatabase } from './statistics-database.ts';

describeStatisticsStore('memory', createMemoryStatisticsStore);
describeStatisticsStore('IndexedDB', () => createStatisticsDatabase('site_shopaaaa'));

const ANSWER = { kind: 'rounded', audience: 'women', valuesCm: { chest: 91 } } as const;

it('what lies in the database shows no measurement, and its length neither', async () => {
  const [short, long] = [await sealAnswer(ANSWER), await sealAnswer({ ...ANSWER, valuesCm: { chest: 110, waist: 100, hip: 120, stature: 180 } })];
  expect(Buffer.from(short.ciphertext).toString('latin1')).not.toContain('91');
  expect(short.ciphertext.byteLength).toBe(long.ciphertext.byteLength);
  expect(short.key.extractable).toBe(false);
});

it('what was changed is no answer', async () => {
  const sealed = await sealAnswer(ANSWER);
  new Uint8Array(sealed.ciphertext).fill(0, 0, 1);
  expect(await openAnswer(sealed)).toBeUndefined();
});
