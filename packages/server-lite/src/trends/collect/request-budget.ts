/** Requests that may still be made. */
export interface RequestBudget {
  /** Takes one, if one is left. */
  take(): boolean;
  left(): number;
}

export function createRequestBudget(limit: number): RequestBudget {
  let left = Math.max(0, limit);
  return {
    take: () => {
      if (left === 0) return false;
      left -= 1;
      return true;
    },
    left: () => left,
  };
}
