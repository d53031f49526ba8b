import { expect, it } from 'vitest';
import { createExclusiveTurns } from './exclusive-turns.ts';

it('gives one turn at a time, in the order of asking', async () => {
  const turns = createExclusiveTurns();
  const order: string[] = [];
  const use = async (name: string): Promise<void> => {
    const done = await turns.take();
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
    done();
    done();
  };
  await Promise.all([use('first'), use('second'), use('third')]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
});
