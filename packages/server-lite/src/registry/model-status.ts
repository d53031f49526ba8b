import type { ModelStatus } from '@vua/models/contracts';

/** Where a version may go. Out of `rejected` only a person leads it: the gate looks at candidates and canaries. */
export const MODEL_STATUS_NEXT: Readonly<Record<ModelStatus, readonly ModelStatus[]>> = {
  candidate: ['canary', 'active', 'rejected'],
  canary: ['active', 'candidate', 'rejected'],
  active: ['retired', 'rejected'],
  retired: ['active', 'canary'],
  rejected: ['active', 'canary'],
};

export const mayBecome = (from: ModelStatus, to: ModelStatus): boolean => MODEL_STATUS_NEXT[from].includes(to);
