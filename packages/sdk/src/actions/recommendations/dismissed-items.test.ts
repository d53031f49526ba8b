import { describe, expect, it } from 'vitest';
import { type DismissedItems, createDismissedItems, createMemoryDismissedItems } from './dismissed-items.ts';

function memoryStorage(text?: string): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  let kept: string | null = text ?? null;
  return { getItem: () => kept, setItem: (_key, value) => { kept = value; }, removeItem: () => { kept = null; } };
}
const refuse = (): never => { throw new DOMException('no', 'SecurityError'); };

const makers: readonly (readonly [string, () => DismissedItems])[] = [
  ['in memory', createMemoryDismissedItems], ['in storage', () => createDismissedItems('key', memoryStorage())], ['where storage holds something else', () => createDismissedItems('key', memoryStorage('{'))],
  ['where storage is refused', () => createDismissedItems('key', { getItem: refuse, setItem: refuse, removeItem: refuse })],
];

describe.each(makers)('dismissed items %s', (_name, make) => {
  it('keeps each once, gives back, and forgets the oldest of 200', () => {
    const dismissed = make();
    for (const itemId of ['a', 'b', 'a']) dismissed.add(itemId);
    expect(dismissed.read()).toEqual(['b', 'a']);
    dismissed.restore(['b']);
    expect(dismissed.read()).toEqual(['a']);
    for (let k = 0; k < 200; k += 1) dismissed.add(`item-${k}`);
    expect(dismissed.read().length).toBe(200);
    expect(dismissed.read()).not.toContain('a');
    dismissed.restore();
    expect(dismissed.read()).toEqual([]);
  });
});

it('outlives the page', () => {
  const storage = memoryStorage();
  createDismissedItems('key', storage).add('a');
  expect(createDismissedItems('key', storage).read()).toEqual(['a']);
});
