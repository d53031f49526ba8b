import type { JsMsg } from '@nats-io/jetstream';
import { expect, it } from 'vitest';
import type { CommitOutcome } from '../events/group-commit.ts';
import { sampleEvent } from '../testing/sample-event.ts';
import { createInbox } from './inbox.ts';
import type { TakenMessage } from './take-messages.ts';
import { writeMessages } from './write-messages.ts';

/** Messages that note how they were answered, and a database that answers as told. */
function prepare(answer: (numbers: readonly number[]) => Promise<CommitOutcome>) {
  const answers: string[] = [];
  const failed: number[] = [];
  const inbox = createInbox<JsMsg>(10);
  const messageOf = (seq: number): JsMsg => ({ seq, ack: () => answers.push(`ack ${seq}`), nak: () => answers.push(`nak ${seq}`) }) as unknown as JsMsg;
  const taken: TakenMessage[] = [1, 2, 3].map((seq) => ({ message: messageOf(seq), content: { acceptedMs: seq, events: [sampleEvent(seq)] } }));
  const run = () => writeMessages({ inbox, write: (messages) => answer(messages.map(({ acceptedMs }) => acceptedMs)), onFailed: (sequence) => failed.push(sequence) }, taken);
  return { answers, failed, run, keep: (seq: number) => inbox.put(messageOf(seq)) };
}

it('confirms what is written', async () => {
  const { answers, run } = prepare(async () => ({ status: 'stored', erased: [] }));
  await run();
  expect(answers).toEqual(['ack 1', 'ack 2', 'ack 3']);
});

it('confirms nothing while the database is away, and gives back what waits', async () => {
  const { answers, failed, run, keep } = prepare(async () => ({ status: 'unavailable', reason: 'unreachable', retryAfterMs: 1 }));
  await keep(4);
  await run();
  expect(answers).toEqual(['nak 1', 'nak 2', 'nak 3', 'nak 4']);
  expect(failed).toEqual([]);
});

it('keeps only the message back that the database refuses', async () => {
  const { answers, failed, run } = prepare(async (numbers) => {
    if (numbers.includes(2)) throw new Error('refused');
    return { status: 'stored', erased: [] };
  });
  await run();
  expect(answers).toEqual(['ack 1', 'nak 2', 'ack 3']);
  expect(failed).toEqual([2]);
});
