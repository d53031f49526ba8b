import type { ModelRefusal } from './check-model.ts';
import type { ModelService } from './model-service.ts';
import { readModelFolder } from './read-model-folder.ts';

export type ModelSeeding =
  /** The shop has a live sequence model; nothing was read. */
  | { readonly status: 'left-alone' }
  | { readonly status: 'seeded'; readonly version: string }
  | { readonly status: 'refused'; readonly reason: ModelRefusal['reason'] | 'no-model' };

/** Lets every device of a shop load the sequence model in a folder, where the shop has none that is live. @param folder as the training writes it: manifest.json and what it names */
export async function seedModel(folder: string, tenantId: string, models: Pick<ModelService, 'findActive' | 'register' | 'switch'>): Promise<ModelSeeding> {
  const group = { tenantId, kind: 'sequence' } as const;
  if (await models.findActive(group) !== undefined) return { status: 'left-alone' };
  const reading = await readModelFolder(folder);
  if (reading.status === 'no-model') return { status: 'refused', reason: 'no-model' };
  if (reading.status === 'refused') return { status: 'refused', reason: reading.refusal.reason };
  const registration = await models.register(tenantId, reading.model);
  if (registration.status === 'refused') return { status: 'refused', reason: registration.refusal.reason };
  const { version } = registration.version;
  await models.switch(group, { type: 'activate', version });
  return { status: 'seeded', version };
}
