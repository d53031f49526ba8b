import type { ModelHeader } from './encode-model.ts';
import { isBlendable } from './number-bounds.ts';
import type { Parameters } from './parameter-shapes.ts';
import { type Partner, decodePartner } from './partner.ts';
import { dequantizeModel, dequantizeUnknown } from './quantize-model.ts';
import { type SequenceManifest, partnerOf } from './sequence-manifest.ts';
import { decodeTensors } from './tensor-file.ts';
import type { UnknownItems } from './unknown-items.ts';

/** Names of the files that are opened without a runtime. */
export const MODEL_FILES = { model: 'model.bin', partner: 'partner.bin', vocabulary: 'vocabulary.json' } as const;
/** Name of the same weights as ONNX, for who has a runtime. */
export const GRAPH_FILE = 'model.onnx';

/** A trained model, ready for an engine. */
export interface OpenedModel {
  readonly manifest: SequenceManifest;
  readonly parameters: Parameters;
  /** What stands for items that are not in the vocabulary. */
  readonly unknown: UnknownItems;
  readonly partner: Partner;
  /** Item ids; an item's number is its place here. */
  readonly vocabulary: readonly string[];
}

export type ModelOpening = { readonly status: 'opened'; readonly model: OpenedModel } | { readonly status: 'refused'; readonly reason: string };

/** What the files hold; the vocabulary decoded as UTF-8. */
export interface ModelContents {
  readonly model: Uint8Array;
  readonly partner: Uint8Array;
  readonly vocabulary: string;
  /** Of the vocabulary's bytes, as the caller has compared it; lower-case hexadecimal. */
  readonly vocabularySha256: string;
}

/** Reads the files of a model, whose hashes the caller has compared with the manifest's. Refused where one is cut off, does not go with the others, or has numbers that could make a score infinite. */
export function openModel(manifest: SequenceManifest, contents: ModelContents): ModelOpening {
  const { shape } = manifest;
  if (shape.width % shape.heads !== 0) return refuse('the heads do not divide the width');
  if (!isBlendable(manifest.shipped)) return refuse('the blend has weights out of bounds');
  const file = decodeTensors<Partial<ModelHeader> | null>(contents.model);
  const tensors = file?.tensors ?? {};
  const [parameters, unknown] = [dequantizeModel(tensors, shape), dequantizeUnknown(tensors, shape)];
  if (parameters === undefined || unknown === undefined) return refuse('the weights are none of this shape');
  if (file?.header?.vocabularySha256 !== contents.vocabularySha256) return refuse('the weights were trained with another vocabulary');
  const partner = decodePartner(contents.partner);
  if (partner?.counts.length !== shape.items) return refuse('the simple method beside the model is none of this shape');
  if ((partnerOf(manifest.shipped) ?? partner.name) !== partner.name) return refuse('the simple method beside the model is not the one that ships');
  const vocabulary = readVocabulary(contents.vocabulary);
  if (vocabulary?.length !== shape.items) return refuse('the vocabulary has another number of items');
  return { status: 'opened', model: { manifest, parameters, unknown, partner, vocabulary } };
}

const refuse = (reason: string): ModelOpening => ({ status: 'refused', reason });

function readVocabulary(text: string): readonly string[] | undefined {
  try {
    const names: unknown = JSON.parse(text);
    return Array.isArray(names) && names.every((name): name is string => typeof name === 'string') ? names : undefined;
  } catch {
    return undefined;
  }
}
