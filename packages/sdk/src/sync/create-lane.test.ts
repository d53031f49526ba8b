import { expect, it } from 'vitest';
import { type Lane, type LaneResult, PAUSE_MS, createLane } from './create-lane.ts';
import { type MemoryClock, createMemoryClock } from './testing/memory-clock.ts';

interface Setup {
  readonly lane: Lane;
  readonly clock: MemoryClock;
  /** When each run began, milliseconds from the start. */
  readonly runs: number[];
}

function open(results: (LaneResult | Error)[], random = () => 1): Setup {
  const clock = createMemoryClock();
  const startMs = clock.now();
  const runs: number[] = [];
  const run = async (): Promise<LaneResult> => {
    runs.push(clock.now() - startMs);
    const result = results.shift() ?? { status: 'empty' };
    if (result instanceof Error) throw result;
    return result;
  };
  return { clock, runs, lane: createLane({ run, waitMs: 5000, now: clock.now, timers: clock.timers, random }) };
}

it('waits for company, then runs once for all', async () => {
  const { lane, clock, runs } = open([]);
  lane.nudge();
  await clock.pass(3000);
  lane.nudge();
  await clock.pass(60_000);
  expect(runs).toEqual([5000]);
});

it('runs at once where there is much', async () => {
  const { lane, clock, runs } = open([]);
  lane.nudge();
  await clock.pass(1000);
  lane.nudge(true);
  await clock.pass(10_000);
  expect(runs).toEqual([1000]);
});

it('tries again ever more seldom, also after a fault in our own code; new events do not hurry it', async () => {
  const { lane, clock, runs } = open([{ status: 'retry' }, new Error('a bug'), { status: 'retry' }]);
  lane.nudge(true);
  await clock.pass(1);
  for (let second = 0; second < 20; second++) {
    lane.nudge(true);
    await clock.pass(1000);
  }
  expect(runs.slice(0, 4)).toEqual([0, 1000, 3000, 7000]);
});

it('spreads over the whole wait', async () => {
  const { lane, clock, runs } = open([{ status: 'retry' }, { status: 'retry' }], () => 0.25);
  lane.nudge(true);
  await clock.pass(10_000);
  expect(runs).toEqual([0, 250, 750]);
});

it('keeps to what the server asked for, also when the network is back and when the shop flushes', async () => {
  const { lane, clock, runs } = open([{ status: 'retry', afterMs: 30_000 }]);
  lane.nudge(true);
  await clock.pass(1000);
  lane.hurry();
  expect(await lane.flush()).toEqual({ status: 'retry', afterMs: 29_000 });
  await clock.pass(60_000);
  expect(runs).toEqual([0, 30_000]);
});

it('does not wait out its own back-off when the network is back', async () => {
  const { lane, clock, runs } = open([{ status: 'retry' }, { status: 'retry' }, { status: 'retry' }, { status: 'retry' }]);
  lane.nudge(true);
  await clock.pass(7500);
  lane.hurry();
  await clock.pass(1);
  expect(runs).toEqual([0, 1000, 3000, 7000, 7500]);
});

it('asks again soon where the network came back while a run was failing, or says so too early', async () => {
  const clock = createMemoryClock();
  const startMs = clock.now();
  const runs: number[] = [];
  const run = async (): Promise<LaneResult> => {
    runs.push(clock.now() - startMs);
    await new Promise((resolve) => { clock.timers.set(() => resolve(undefined), 100); });
    return runs.length < 7 ? { status: 'retry' } : { status: 'empty' };
  };
  const lane = createLane({ run, waitMs: 10, now: clock.now, timers: clock.timers, random: () => 1 });
  lane.nudge(true);
  await clock.pass(7350);
  lane.hurry();
  await clock.pass(20_000);
  // The fourth runs from 7,300 to 7,400 ms; its back-off would have lasted until 15,400 ms.
  expect(runs).toEqual([0, 1100, 3200, 7300, 8400, 10_500, 14_600]);
});

it('asks seldom where nobody takes it', async () => {
  const { lane, clock, runs } = open([{ status: 'pause' }]);
  lane.nudge(true);
  await clock.pass(2 * PAUSE_MS);
  expect(runs).toEqual([0, PAUSE_MS]);
});

it('never runs twice at once, and a flush sees what came before it', async () => {
  const clock = createMemoryClock();
  let [active, most, runs] = [0, 0, 0];
  const run = async (): Promise<LaneResult> => {
    runs++;
    most = Math.max(most, ++active);
    await new Promise((resolve) => { clock.timers.set(() => resolve(undefined), 100); });
    active--;
    return { status: 'empty' };
  };
  const lane = createLane({ run, waitMs: 10, now: clock.now, timers: clock.timers, random: () => 1 });
  lane.nudge();
  await clock.pass(20);
  const flushed = Promise.all([lane.flush(), lane.flush()]);
  await clock.pass(1000);
  expect(await flushed).toEqual([{ status: 'empty' }, { status: 'empty' }]);
  expect([most, runs]).toEqual([1, 2]);
});

it('does nothing once it is stopped', async () => {
  const { lane, clock, runs } = open([]);
  lane.nudge();
  lane.stop();
  lane.nudge(true);
  lane.hurry();
  expect(await lane.flush()).toEqual({ status: 'empty' });
  await clock.pass(60_000);
  expect(runs).toEqual([]);
});
