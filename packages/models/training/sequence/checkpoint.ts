import { type Parameters, decodeTensors, encodeTensors } from '@vua/models/sequence';
import type { TrainingState } from './train-transformer.ts';

/** What must be the same for a run to go on: data, shape and settings, as text. */
export type RunIdentity = string;

interface CheckpointHeader extends Omit<TrainingState, 'parameters' | 'adam'> {
  readonly identity: RunIdentity;
}

const PARTS = { parameters: 'p/', first: 'm/', second: 'v/' } as const;

/** A run's whole state as one file. */
export function encodeCheckpoint({ parameters, adam, ...counters }: TrainingState, identity: RunIdentity): Uint8Array {
  const named = (prefix: string, tensors: Parameters): Parameters => Object.fromEntries(Object.entries(tensors).map(([name, values]) => [prefix + name, values]));
  return encodeTensors<CheckpointHeader>({
    header: { ...counters, identity },
    tensors: { ...named(PARTS.parameters, parameters), ...named(PARTS.first, adam.first), ...named(PARTS.second, adam.second) },
  });
}

/** Undefined where the bytes are no whole checkpoint, or one of another run. */
export function decodeCheckpoint(bytes: Uint8Array, identity: RunIdentity): TrainingState | undefined {
  const file = decodeTensors<CheckpointHeader>(bytes);
  if (file?.header.identity !== identity) return undefined;
  const part = (prefix: string): Parameters => Object.fromEntries(
    Object.entries(file.tensors).flatMap(([name, values]) => (name.startsWith(prefix) && values instanceof Float32Array ? [[name.slice(prefix.length), values]] : [])),
  );
  const { step, epoch, batch, spentMs } = file.header;
  return { step, epoch, batch, spentMs, parameters: part(PARTS.parameters), adam: { first: part(PARTS.first), second: part(PARTS.second) } };
}
