import type { FittingEngine, GlanceSizesOptions } from './fitting-engine.ts';

/** A body with how its owner likes clothes to sit. */
export type WornBody = Pick<GlanceSizesOptions, 'body' | 'fitPreference'>;

/** The last body that was measured on this page, for all elements on it. */
let measuredHere: WornBody | undefined;

export const takeWornBody = (worn: WornBody | undefined): void => { measuredHere = worn; };

/** The body that was measured on this page or is kept on the device. Stays inside the SDK: a shop learns sizes. */
export async function wornBody({ profile }: Pick<FittingEngine, 'profile'>): Promise<WornBody | undefined> {
  if (measuredHere !== undefined) return measuredHere;
  const reading = await profile?.read();
  return reading?.status === 'kept' ? { body: reading.body } : undefined;
}
