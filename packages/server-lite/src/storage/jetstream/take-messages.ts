import type { JsMsg } from '@nats-io/jetstream';
import { decodeEvents, type EventMessage } from './event-message.ts';
import type { Inbox } from './inbox.ts';

/** A message of the stream, and what is in it. */
export interface TakenMessage {
  readonly message: JsMsg;
  readonly content: EventMessage;
}

/** Takes what is there, until it holds so many events. @param onForeign is told of what is none of ours; it is confirmed, and left out. */
export async function takeMessages(inbox: Inbox<JsMsg>, events: number, onForeign: (sequence: number) => void): Promise<readonly TakenMessage[]> {
  const taken: TakenMessage[] = [];
  let count = 0;
  while (count < events) {
    const [message] = inbox.take(1);
    if (message === undefined) break;
    const content = await decodeEvents(message.data);
    if (content === undefined) {
      message.term();
      onForeign(message.seq);
    } else {
      taken.push({ message, content });
      count += content.events.length;
    }
  }
  return taken;
}
