import type { OpenedModel } from '@vua/models/sequence';

/** Where modules take the sequence model of a shop from. */
export interface ModelSource {
  /** The model in use; the same object until another one is. Undefined: there is none, or it cannot be read. Asked at every request, so it answers from memory. */
  active(tenantId: string): Promise<OpenedModel | undefined>;
}
