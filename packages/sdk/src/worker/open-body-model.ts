import { type BodyModel, loadBodyModel } from '@vua/models/body';
import { SdkError } from '../sdk-error.ts';
import type { AssetReference } from './worker-assets.ts';

/** Opens the shop's own model where it has one that comes and can be read, else that of this build. @throws {SdkError} of the one of this build: `model-corrupt`, and what `load` throws */
export async function openBodyModel(shops: AssetReference | undefined, ours: AssetReference, load: (reference: AssetReference) => Promise<ArrayBuffer>): Promise<BodyModel> {
  const open = async (reference: AssetReference): Promise<BodyModel> => read(await load(reference));
  return shops === undefined ? open(ours) : open(shops).catch(() => open(ours));
}

function read(bytes: ArrayBuffer): BodyModel {
  try {
    return loadBodyModel(bytes);
  } catch (cause) {
    throw new SdkError('model-corrupt', 'the body model cannot be read', { cause });
  }
}
