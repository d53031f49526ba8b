import type { SequenceShape } from './sequence-shape.ts';

/** A simple method that is blended with the model, or stands for it. */
export type PartnerName = 'bigram' | 'coVisitation';

/** What a shop would load: the model, a simple method, or both. */
export type ShippedMethod =
  | { readonly method: 'transformer' | PartnerName }
  | { readonly method: 'blend'; readonly partner: PartnerName; readonly weight: number; /** What it is worth that an item was seen last, before that, ...; on a log scale. */ readonly again?: readonly number[] };

/** Names by side input, in the order of the values they have, from 1. */
export type SideNames = Readonly<Record<string, readonly string[]>>;

export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What the log was that a model learned from. */
export interface LogFacts {
  /** Of the file. */
  readonly sha256: string;
  /** How it was read, as `train:sequence --format` names it. */
  readonly format: string;
  readonly sequences: number;
  readonly steps: number;
  readonly items: number;
  readonly skippedLines: number;
  /** UTC milliseconds of the first and the last event; absent where the log knows no times. */
  readonly range?: { readonly firstMs: number; readonly lastMs: number };
}

/** Means over questions with one right answer; 0 to 1. */
export interface ChoiceFigures {
  readonly ndcg10: number;
  readonly hr10: number;
}

/** What a trained model says of itself; lies beside it as manifest.json. */
export interface SequenceManifest {
  readonly kind: 'sequence/1';
  /** The first twelve digits of the hash over all files. */
  readonly version: string;
  readonly seed: number;
  readonly data: LogFacts;
  /** What was held back, as `train:sequence --split` names it. */
  readonly split: string;
  readonly shape: SequenceShape;
  /** What the values of side inputs stand for, so that the shop's catalog can be read as the log was. */
  readonly sideNames: SideNames;
  /** How it was trained, for the record. */
  readonly settings: object;
  readonly training: { readonly steps: number; readonly epochs: number; readonly wallMs: number };
  /** What devices load. */
  readonly shipped: ShippedMethod;
  /** On what the shipped method was chosen. */
  readonly validation: { readonly cases: number; readonly filtersSeen: boolean; /** Of what ships: also coverage, gini, novelty, ... */ readonly shipped: ChoiceFigures & Readonly<Record<string, number>>; readonly methods: Readonly<Record<string, ChoiceFigures>> };
  readonly files: readonly ManifestFile[];
}

/** The simple method that a shop would load; undefined where the model goes alone. */
export function partnerOf(shipped: ShippedMethod): PartnerName | undefined {
  if (shipped.method === 'blend') return shipped.partner;
  return shipped.method === 'transformer' ? undefined : shipped.method;
}

/** How a blend is called in a table. */
export const shippedName = (shipped: ShippedMethod): string => (shipped.method === 'blend' ? `transformer + ${shipped.weight} x ${shipped.partner}${shipped.again === undefined ? '' : ' + again'}` : shipped.method);
