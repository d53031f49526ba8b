import type { OpenedModel } from '@vua/models/sequence';

/** Why a model is not used. */
export type ModelFault =
  /** The server was not reached, or broke off. */
  | 'offline'
  /** The shop has no model. */
  | 'no-model'
  /** The server answered, but not with a model. */
  | 'server-fault'
  | 'unreadable-manifest' | 'wrong-size' | 'wrong-hash' | 'unreadable-files';

/** A model that is open on this device. */
export interface DeviceModel {
  readonly opened: OpenedModel;
  /** A further file of the same version, such as the model as ONNX; undefined where the version has none, or it does not come whole. */
  readonly file: (name: string) => Promise<Uint8Array | undefined>;
}

export type ModelLoading =
  /** What the server names now. */
  | { readonly status: 'loaded'; readonly model: DeviceModel }
  /** What this device had before, because of what `reason` says of the server or of the model that it names now. */
  | { readonly status: 'kept'; readonly reason: ModelFault; readonly model: DeviceModel }
  | { readonly status: 'unavailable'; readonly reason: ModelFault };
