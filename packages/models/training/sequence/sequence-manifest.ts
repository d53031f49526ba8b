import type { SequenceShape } from '@vua/models/sequence';
import type { SequenceFigures } from './evaluate.ts';
import type { LogFormat } from './read-log.ts';
import type { SideNames } from './sequence-log.ts';
import type { SplitName } from './split-log.ts';
import type { TrainingSettings } from './training-settings.ts';

/** A simple method that is blended with the model, or stands for it. */
export type PartnerName = 'bigram' | 'coVisitation' | 'vsknn';

/** What a shop would load: the model, a simple method, or both. */
export type ShippedMethod =
  | { readonly method: 'transformer' | PartnerName }
  | { readonly method: 'blend'; readonly partner: PartnerName; readonly weight: number };

export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What a trained model says of itself; lies beside it as manifest.json. */
export interface SequenceManifest {
  readonly kind: 'sequence/1';
  /** The first twelve digits of the hash over all files. */
  readonly version: string;
  readonly seed: number;
  readonly data: { readonly sha256: string; readonly format: LogFormat; readonly sequences: number; readonly steps: number; readonly items: number; readonly skippedLines: number };
  readonly split: SplitName;
  readonly shape: SequenceShape;
  /** What the values of side inputs stand for, so that the shop's catalog can be read as the log was. */
  readonly sideNames: SideNames;
  readonly settings: TrainingSettings;
  readonly training: { readonly steps: number; readonly epochs: number; readonly wallMs: number };
  readonly shipped: ShippedMethod;
  /** On what the shipped method was chosen. */
  readonly validation: { readonly cases: number; readonly filtersSeen: boolean; readonly methods: Readonly<Record<string, Pick<SequenceFigures, 'ndcg10' | 'hr10'>>> };
  readonly files: readonly ManifestFile[];
}

/** How a blend is called in a table. */
export const shippedName = (shipped: ShippedMethod): string => (shipped.method === 'blend' ? `transformer + ${shipped.weight} x ${shipped.partner}` : shipped.method);
