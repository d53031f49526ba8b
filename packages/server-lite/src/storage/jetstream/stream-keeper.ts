import { JetStreamApiError, type ConsumerInfo, type StreamInfo } from '@nats-io/jetstream';
import { provideStream, raiseReplicas, writerOf, type EventStream } from './event-stream.ts';
import type { JetStreamConnection } from './jetstream-connection.ts';

/** What the stream holds that is not in the database yet, as last seen. */
export interface StreamLag {
  /** Each holds the events of one commit. */
  readonly unwrittenMessages: number;
  /** Age of the oldest of them. */
  readonly oldestMs: number;
  /** Bytes of the stream, written and unwritten. */
  readonly bytes: number;
  readonly maxBytes: number;
  /** 3, or fewer where fewer servers are. */
  readonly replicas: number;
}

export interface StreamKeeper {
  lag(): StreamLag | undefined;
  stop(): void;
}

export interface KeeperListeners {
  /** Told the replicas at first and whenever they change. */
  readonly onReplicas: (replicas: number) => void;
  /** Before it is made again. */
  readonly onStreamMissing: () => void;
}

const LOOK_MS = 2000;
const RAISE_EVERY_LOOKS = 15;
/** Of a fuller stream, the oldest of what is written goes: it is kept only to be played again. */
const KEPT_SHARE = 0.5;
const CONSUMER_MISSING = 10_014;
const STREAM_MISSING = 10_059;

/**
 * Watches the stream: measures what is unwritten, makes room, makes stream and consumer again where somebody deleted them, and asks
 * for three replicas until there are. Every process does; all of it is harmless when done twice.
 */
export function createStreamKeeper(connection: JetStreamConnection, stream: EventStream, { onReplicas, onStreamMissing }: KeeperListeners): StreamKeeper {
  const { manager } = connection;
  const state: { lag: StreamLag | undefined; looks: number; timer: NodeJS.Timeout | undefined; isStopped: boolean } = { lag: undefined, looks: 0, timer: undefined, isStopped: false };
  const look = async (): Promise<void> => {
    const [found, writer] = await Promise.all([manager.streams.info(stream.name), manager.consumers.info(stream.name, writerOf(stream))]);
    const replicas = state.looks % RAISE_EVERY_LOOKS === 0 ? await raiseReplicas(connection, stream, found.config.num_replicas) : found.config.num_replicas;
    state.looks += 1;
    if (replicas !== state.lag?.replicas) onReplicas(replicas);
    const unwrittenMessages = writer.num_pending + writer.num_ack_pending;
    const oldestMs = unwrittenMessages === 0 ? 0 : await ageOf(connection, stream, writer.ack_floor.stream_seq + 1, Date.parse(found.ts ?? ''));
    state.lag = { unwrittenMessages, oldestMs, bytes: found.state.bytes, maxBytes: found.config.max_bytes, replicas };
    const seq = firstKept(found, writer);
    if (seq > found.state.first_seq) await manager.streams.purge(stream.name, { seq });
  };
  const lookAgain = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      // What is missing was deleted; without an answer, the servers are away or elect a leader.
      const code = error instanceof JetStreamApiError ? error.code : 0;
      if (code === STREAM_MISSING) onStreamMissing();
      if (code === STREAM_MISSING || code === CONSUMER_MISSING) await provideStream(connection, stream).catch(() => undefined);
    }
    if (!state.isStopped) state.timer = setTimeout(() => void lookAgain(), LOOK_MS);
  };
  void lookAgain();
  return {
    lag: () => state.lag,
    stop: () => {
      state.isStopped = true;
      clearTimeout(state.timer);
    },
  };
}

/** First sequence that stays when the stream makes room; never one that is not written. */
export function firstKept({ config, state }: Pick<StreamInfo, 'config' | 'state'>, { ack_floor: floor }: Pick<ConsumerInfo, 'ack_floor'>): number {
  const surplusBytes = state.bytes - config.max_bytes * KEPT_SHARE;
  if (config.max_bytes <= 0 || surplusBytes <= 0) return state.first_seq;
  const surplusMessages = Math.ceil((state.messages * surplusBytes) / state.bytes);
  return Math.min(state.first_seq + surplusMessages, floor.stream_seq + 1);
}

async function ageOf({ manager }: JetStreamConnection, { name }: EventStream, seq: number, nowMs: number): Promise<number> {
  const message = await manager.streams.getMessage(name, { seq });
  // It may have been confirmed, or dropped by its age, in between.
  return message === null ? 0 : Math.max(0, (Number.isNaN(nowMs) ? Date.now() : nowMs) - message.time.getTime());
}
