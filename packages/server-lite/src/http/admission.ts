export interface AdmissionLimits {
  /** Requests that wait for their commit at one moment. */
  readonly requests: number;
  /** Events, or what else is kept, in them. */
  readonly records: number;
}

/** Lets in what can be answered soon, and turns away the rest at once: whoever waits in an endless queue is not served either. */
export interface Admission {
  /** Takes places for a request with so many records, or none. A request alone always finds one. */
  enter(records: number): boolean;
  leave(records: number): void;
}

export function createAdmission(limits: AdmissionLimits): Admission {
  let requestsInside = 0;
  let recordsInside = 0;
  return {
    enter: (records) => {
      if (requestsInside > 0 && (requestsInside >= limits.requests || recordsInside + records > limits.records)) return false;
      requestsInside += 1;
      recordsInside += records;
      return true;
    },
    leave: (records) => {
      requestsInside -= 1;
      recordsInside -= records;
    },
  };
}
