/** One measured case. Times in milliseconds, sizes in bytes, unless `unit` says otherwise. */
export interface BenchRow {
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  /** `value` over the same figure of the reference in the same run. */
  readonly ratio?: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
  /** What the figure should stay under, in `unit`. */
  readonly limit?: number;
  /** What the figure should reach, in `unit`, and what its ratio should. */
  readonly atLeast?: number;
  readonly ratioAtLeast?: number;
}

/** What a bench found that watches over the machine itself. */
export interface BenchRun {
  readonly rows: readonly BenchRow[];
  /** Why the figures say nothing. */
  readonly void?: string;
  /** Requests a second of the bench's own probe. */
  readonly probeRps: number;
}

/** What `npm run bench -- NAME --json FILE` writes. */
export interface BenchResult {
  readonly name: string;
  /** Why the figures say nothing, such as a busy machine; false when they do. */
  readonly void: false | string;
  /** Rounds a second of a fixed computation, before the bench; or what the bench's own probe did. */
  readonly probe: { readonly rps: number };
  readonly rows: readonly BenchRow[];
}

/** A bench by name. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  run(): Promise<readonly BenchRow[] | BenchRun>;
}

/** Median, 95th and 99th percentile of measured times. */
export function percentiles(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
