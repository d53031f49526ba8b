import { REPLICAS } from './event-stream.ts';
import type { WriterTrouble } from './stream-writer.ts';

/** What an operator must know; none of it stops the server. */
export type JetStreamTrouble = WriterTrouble
  /** An acknowledgement is worth what one server's disk is; see docs/event-log-jetstream.md. */
  | { readonly type: 'too-few-replicas'; readonly replicas: number };

/** As a sentence for a log; holds nothing of an event. */
export function describeTrouble(trouble: JetStreamTrouble): string {
  switch (trouble.type) {
    case 'too-few-replicas': return `the event stream has ${trouble.replicas} of ${REPLICAS} replicas: the loss of one NATS server may lose confirmed events`;
    case 'foreign-message': return `message ${trouble.sequence} of the event stream is not of this program, and was left out`;
    case 'write-failed': return `message ${trouble.sequence} of the event stream cannot be written to the database: ${trouble.error instanceof Error ? trouble.error.name : 'unknown'}`;
  }
}
