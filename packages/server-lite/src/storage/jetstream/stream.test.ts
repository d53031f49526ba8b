import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredEvent } from '../event-log.ts';
import type { JetStreamEventLog, JetStreamEventLogOptions } from '../jetstream-event-log.ts';
import { openPostgres, type PostgresDatabase } from '../open-postgres.ts';
import { startCuttableProxy, type CuttableProxy } from '../testing/cuttable-proxy.ts';
import { readAllNumbers } from '../testing/read-all-numbers.ts';
import { SAMPLE_NOW_MS, sampleEvent } from '../testing/sample-event.ts';
import { createTestPostgres, type TestPostgres } from '../testing/test-databases.ts';
import { subjectOf, writerOf, type EventStream } from './event-stream.ts';
import { connectJetStream, type JetStreamConnection } from './jetstream-connection.ts';
import type { JetStreamTrouble } from './jetstream-trouble.ts';
import { openJetStream } from './open-jetstream.ts';
import { HAS_NATS_SERVER, startNatsCluster, type NatsCluster } from './testing/nats-cluster.ts';
import { OLD_MESSAGE, OLD_MESSAGE_EVENTS } from './testing/old-message.ts';

const WAIT = { timeout: 30_000, interval: 50 };
const numbers = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, index) => from + index);

describe.skipIf(!HAS_NATS_SERVER)('one NATS server', { timeout: 60_000 }, () => {
  let cluster: NatsCluster;
  let postgres: TestPostgres;
  let proxy: CuttableProxy;
  let database: PostgresDatabase;
  let connection: JetStreamConnection;
  let stream: EventStream;
  let streams = 0;
  let troubles: JetStreamTrouble[] = [];
  const logs: JetStreamEventLog[] = [];
  const open = async (options: Partial<JetStreamEventLogOptions> = {}): Promise<JetStreamEventLog> => {
    const log = await openJetStream(cluster.url, database, { stream, now: () => SAMPLE_NOW_MS, settleLimitMs: 30_000, onTrouble: (trouble) => troubles.push(trouble), ...options });
    logs.push(log);
    return log;
  };
  const append = async (log: JetStreamEventLog, given: readonly number[]): Promise<void> => {
    expect(await log.append(given.map((number) => sampleEvent(number)))).toEqual({ status: 'stored', erasedIds: [] });
  };

  beforeAll(async () => {
    cluster = await startNatsCluster(1);
    connection = await connectJetStream(cluster.url);
  }, 60_000);
  afterAll(async () => {
    await connection.close();
    await cluster.close();
  });
  beforeEach(async () => {
    postgres = await createTestPostgres();
    proxy = await startCuttableProxy(postgres.url);
    database = await openPostgres(proxy.url);
    stream = { name: `events-${streams += 1}`, maxBytes: 64 * 1024 ** 2, maxAgeMs: 3_600_000 };
    troubles = [];
  });
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
    await database.close();
    await proxy.close();
    await postgres.drop();
  });

  it('says that one server is no cluster', async () => {
    const log = await open();
    await vi.waitFor(() => expect(troubles).toEqual([{ type: 'too-few-replicas', replicas: 1 }]), WAIT);
    expect(log.lag()).toMatchObject({ replicas: 1, unwrittenMessages: 0, maxBytes: stream.maxBytes });
  });

  it('plays everything again when the consumer is lost: nothing double, nobody back', async () => {
    const log = await open();
    await append(log, numbers(0, 50));
    expect(await log.append([sampleEvent(100, { anonymousId: 'gone' })])).toEqual({ status: 'stored', erasedIds: [] });
    expect(await log.eraseSubject('demo', 'gone')).toBe(1);
    await connection.manager.consumers.delete(stream.name, writerOf(stream));
    await append(log, numbers(50, 60));
    await vi.waitFor(async () => expect((await connection.manager.consumers.info(stream.name, writerOf(stream))).ack_floor.stream_seq).toBe(3), WAIT);
    expect(await readAllNumbers(log)).toEqual(new Set(numbers(0, 60)));
  });

  it('fills a database that was lost from the stream', async () => {
    const first = await open();
    await append(first, numbers(0, 30));
    await first.read({ tenantId: 'demo', fromMs: 0, toMs: 1, limit: 1 });
    await first.close();
    await database.query.deleteFrom('events' as never).execute();
    await connection.manager.consumers.delete(stream.name, writerOf(stream));
    const second = await open();
    await append(second, [30]);
    expect(await readAllNumbers(second)).toEqual(new Set(numbers(0, 31)));
  });

  it('keeps on confirming while the database is away, writes all when it is back, and refuses whoever was erased meanwhile', async () => {
    const [log, other] = [await open({ settleLimitMs: 100 }), await openPostgres(postgres.url)];
    await append(log, [0]);
    await log.read({ tenantId: 'demo', fromMs: 0, toMs: 1, limit: 1 });
    proxy.set('refuse');
    for (let number = 1; number < 40; number += 1) await append(log, [number]);
    expect(await log.append([sampleEvent(50, { anonymousId: 'gone' })])).toEqual({ status: 'stored', erasedIds: [] });
    await vi.waitFor(() => expect(log.lag()?.unwrittenMessages).toBe(40), WAIT);
    expect(log.lag()?.oldestMs).toBeGreaterThan(0);
    // By another process, whose database is there.
    const eraser = await openJetStream(cluster.url, other, { stream, now: () => SAMPLE_NOW_MS, settleLimitMs: 0, onTrouble: () => undefined });
    await eraser.eraseSubject('demo', 'gone');
    await eraser.close();
    proxy.set('pass');
    await vi.waitFor(() => expect(log.lag()?.unwrittenMessages).toBe(0), WAIT);
    expect(await readAllNumbers(log)).toEqual(new Set(numbers(0, 40)));
    await other.close();
  });

  it('takes nothing more while the database is behind for too long', async () => {
    const log = await open({ behindLimitMs: 500, settleLimitMs: 100 });
    proxy.set('refuse');
    await append(log, [1]);
    await vi.waitFor(async () => expect(await log.append([sampleEvent(2)])).toMatchObject({ status: 'unavailable', reason: 'unreachable', retryAfterMs: 60_000 }), WAIT);
    proxy.set('pass');
    await vi.waitFor(async () => expect(await log.append([sampleEvent(3)])).toMatchObject({ status: 'stored' }), WAIT);
  });

  it('knows at its start who was erased before', async () => {
    const first = await open();
    await first.eraseSubject('demo', 'gone');
    const second = await open();
    expect(await second.append([sampleEvent(1), sampleEvent(2, { anonymousId: 'gone' }), sampleEvent(3, { customerId: 'gone' })])).toEqual({ status: 'stored', erasedIds: [sampleEvent(2).id, sampleEvent(3).id] });
    expect(await readAllNumbers(second)).toEqual(new Set([1]));
  });

  it('refuses when the stream is full of what is not written, and loses none of it', async () => {
    stream = { ...stream, maxBytes: 200_000 };
    const log = await open({ settleLimitMs: 100 });
    await append(log, [0]);
    proxy.set('refuse');
    const stored = [0];
    let refusal = '';
    const large = (number: number): StoredEvent => sampleEvent(number, { dataJson: JSON.stringify(randomBytes(10_000).toString('hex')) });
    for (let number = 1; number < 100 && refusal === ''; number += 1) {
      const outcome = await log.append([large(number)]);
      if (outcome.status === 'stored') stored.push(number);
      else refusal = outcome.reason;
    }
    expect(refusal).toBe('storage-full');
    proxy.set('pass');
    // As large as what was refused: a small one may fit before there is room again.
    await vi.waitFor(async () => expect(await log.append([large(1000)])).toMatchObject({ status: 'stored' }), WAIT);
    await vi.waitFor(async () => expect(await readAllNumbers(log)).toEqual(new Set([...stored, 1000])), WAIT);
  });

  it('splits a batch that is longer than a message may be', async () => {
    const log = await open();
    const events = numbers(0, 400).map((number) => sampleEvent(number, { dataJson: JSON.stringify(randomBytes(3000).toString('hex')) }));
    expect(await log.append(events)).toEqual({ status: 'stored', erasedIds: [] });
    expect(await log.read({ tenantId: 'demo', fromMs: 0, toMs: SAMPLE_NOW_MS + 1, limit: 5000 })).toEqual(events);
    expect((await connection.manager.streams.info(stream.name)).state.messages).toBeGreaterThan(1);
  });

  it('writes what the version before left in the stream', async () => {
    const log = await open();
    await connection.client.publish(subjectOf(stream), OLD_MESSAGE);
    await append(log, [3]);
    expect(await log.read({ tenantId: 'demo', fromMs: 0, toMs: SAMPLE_NOW_MS + 1, limit: 10 })).toStrictEqual([...OLD_MESSAGE_EVENTS, sampleEvent(3)]);
    expect(troubles).not.toContainEqual(expect.objectContaining({ type: 'foreign-message' }));
  });

  it('leaves out what other programs publish, and writes on', async () => {
    const log = await open();
    await connection.client.publish(subjectOf(stream), 'not an event');
    await append(log, [1]);
    expect(await readAllNumbers(log)).toEqual(new Set([1]));
    expect(troubles).toContainEqual({ type: 'foreign-message', sequence: 1 });
  });

  it('makes the stream again when somebody deletes it', async () => {
    const log = await open({ settleLimitMs: 1000 });
    await append(log, [1]);
    await log.read({ tenantId: 'demo', fromMs: 0, toMs: 1, limit: 1 });
    await connection.manager.streams.delete(stream.name);
    await vi.waitFor(async () => expect(await log.append([sampleEvent(2)])).toMatchObject({ status: 'stored' }), WAIT);
    await vi.waitFor(async () => expect(await readAllNumbers(log)).toEqual(new Set([1, 2])), WAIT);
  });
});
