import type { DecodedImage } from './decoded-image.ts';

export interface ToDecodeWorker {
  readonly format: 'jpeg' | 'webp';
  /** Transferred. */
  readonly bytes: ArrayBuffer;
}

export type FromDecodeWorker = { readonly ok: true; readonly image: DecodedImage } | { readonly ok: false };
