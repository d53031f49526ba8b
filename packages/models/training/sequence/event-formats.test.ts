import { STEP_TYPES } from '@vua/models/sequence';
import { zipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LogFormat, readLogFile } from './read-log.ts';
import type { LogReading } from './sequence-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-events-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(format: LogFormat, lines: readonly string[], name = `${format}.csv`): Promise<LogReading> {
  const text = `${lines.join('\n')}\n`;
  writeFileSync(join(folder, name), name.endsWith('.zip') ? zipSync({ [`${format}.csv`]: Buffer.from(text) }) : text);
  return readLogFile(join(folder, name), format);
}

/** Sessions as lists of [item, ...side inputs]. */
function stepsOf(reading: LogReading): (string | number)[][][] {
  if (reading.status === 'refused') throw new Error(reading.reason);
  const { sequences, vocabulary, sideInputs } = reading.log;
  return sequences.map(({ items, sides }) => Array.from(items, (item, step) => [vocabulary[item] ?? '', ...sideInputs.map(({ name }) => sides[name]?.[step] ?? -1)]));
}

const [VIEW, CART, PURCHASE] = (['view_item', 'add_to_cart', 'purchase'] as const).map((type) => STEP_TYPES.indexOf(type) + 1);

describe('event logs', () => {
  it('RetailRocket: in the order of time, cut into sessions after half an hour', async () => {
    const at = (minutes: number): number => 1_433_221_332_117 + minutes * 60_000;
    const reading = await read('retailrocket', [
      'timestamp,visitorid,event,itemid,transactionid',
      `${at(1)},7,addtocart,20,`, `${at(0)},7,view,20,`, `${at(0.2)},7,view,20,`, `${at(40)},7,transaction,20,4000`, `${at(41)},7,view,30,`, `${at(5)},8,view,30,`, 'x,8,view,30,',
    ]);
    expect(stepsOf(reading)).toEqual([[['20', VIEW, 0], ['20', CART, 4]], [['30', VIEW, 0]], [['20', PURCHASE, 0], ['30', VIEW, 4]]]);
    expect(reading).toMatchObject({ log: { problems: [{ line: 8 }], range: { firstMs: at(0), lastMs: at(41) } } });
  });

  it('REES46: sessions, prices, categories', async () => {
    const reading = await read('rees46', [
      'event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session',
      '2019-10-01 00:00:00 UTC,view,44,1,,shiseido,35.79,5,s1', '2019-10-01 00:00:05 UTC,cart,44,1,,shiseido,35.79,5,s1',
      '2019-10-01 00:00:20 UTC,view,39,2,appliances.heater,aqua,,5,s1', '2019-10-01 00:00:20 UTC,look,39,2,appliances.heater,aqua,,5,s1',
    ]);
    expect(stepsOf(reading)).toEqual([[['44', VIEW, expect.any(Number), 0, 0], ['44', CART, expect.any(Number), 0, 1], ['39', VIEW, 0, 1, 2]]]);
    expect(reading).toMatchObject({ log: { problems: [{ line: 5 }], sideInputs: [{ name: 'type' }, { name: 'price' }, { name: 'category' }, { name: 'gap' }], sideNames: { category: ['appliances.heater'] } } });
  });

  it('our own export: one event can be about several items, some about none', async () => {
    const event = (minutes: number, type: string, data: unknown): string => JSON.stringify({ id: 'e', type, timeMs: 1_764_000_000_000 + minutes * 60_000, receivedMs: 0, sessionId: 's', anonymousId: 'a', data });
    const item = (itemId: string, amountMinor: number) => ({ itemId, category: 'coats', price: { amountMinor, currency: 'EUR' } });
    const reading = await read('events', [
      event(0, 'view_item', { item: item('c1', 100) }), event(1, 'search', { term: 'coat' }), event(90, 'purchase', { orderId: 'o', items: [item('c1', 100), { itemId: 'c2' }] }),
      event(91, 'size_chart_click', { itemId: 'c2' }), event(92, 'size_finder_open', {}), '{"type":"view_item"', '[]',
    ]);
    expect(stepsOf(reading)).toEqual([[['c1', VIEW, 2, 1, 0], ['c1', PURCHASE, 2, 1, 7], ['c2', PURCHASE, 0, 0, 1], ['c2', STEP_TYPES.indexOf('size_chart_click') + 1, 0, 0, 4]]]);
    expect(reading).toMatchObject({ log: { problems: [{ line: 6 }, { line: 7 }] } });
  });

  it('the clothing shop: from its zip, repeated looks once, no times', async () => {
    const row = (order: number, session: number, item: string, colour: number): string => `2008;4;1;${order};29;${session};1;${item};${colour};5;1;28;2;1`;
    const reading = await read('eshop', [
      'year;month;day;order;country;session ID;page 1 (main category);page 2 (clothing model);colour;location;model photography;price;price 2;page',
      row(1, 1, 'A13', 1), row(2, 1, 'A13', 1), row(3, 1, 'A16', 2), row(1, 2, 'B4', 1), '2008;4',
    ], 'eshop.zip');
    const [[first]] = stepsOf(reading) as [[[string, number, number, number]]];
    const price = first[3];
    expect(stepsOf(reading)).toEqual([[['A13', 1, 1, price], ['A16', 1, 2, price]], [['B4', 1, 1, price]]]);
    expect(price).toBeGreaterThan(0);
    expect(reading).toMatchObject({ log: { problems: [{ line: 6 }] } });
  });
});
