import type { FitRecord, LiveFit } from './fit-record.ts';

/** A fit to be kept; `refused` stands beside the live one and is never used by itself. */
export type NewFit = Omit<FitRecord, 'version' | 'status' | 'adjustedMs'> & Pick<LiveFit, 'fit' | 'shadow'> & { readonly status: 'live' | 'refused' };

/** Versions of the forecast of each shop; at most one is live. Every implementation passes `testing/describe-fit-repository.ts`. */
export interface FitRepository {
  /** Whole or not at all; a new live one takes the place of the old. @returns its version */
  add(tenantId: string, fit: NewFit): Promise<number>;
  live(tenantId: string): Promise<LiveFit | undefined>;
  /** The newest first. */
  list(tenantId: string): Promise<readonly FitRecord[]>;
  /** Puts a fit with other intervals in the place of a version's. */
  adjust(tenantId: string, version: number, adjusted: Pick<LiveFit, 'fit' | 'adjustedMs'>): Promise<void>;
  /** Makes a version live that is not. @returns whether there is such a version */
  activate(tenantId: string, version: number): Promise<boolean>;
  /** Forgets all but the newest `most` and the live one. */
  keepNewest(tenantId: string, most: number): Promise<void>;
}
