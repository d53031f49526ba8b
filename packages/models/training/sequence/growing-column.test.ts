import { expect, it } from 'vitest';
import { createColumn } from './growing-column.ts';

it('a column keeps what was pushed, through growth', () => {
  const [column, bytes] = [createColumn('float64'), createColumn('uint8')];
  for (let k = 0; k < 5000; k += 1) {
    column.push(k + 0.5);
    bytes.push(k % 256);
  }
  expect(column.values()).toHaveLength(5000);
  expect([column.values()[0], column.values()[4999], bytes.values()[4999]]).toEqual([0.5, 4999.5, 4999 % 256]);
});
