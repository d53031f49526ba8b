import type { ScanState } from './scan-state.ts';

export const ANNOUNCE_RULES = {
  /** A hint is spoken only when it has stood this long, ... */
  hintStandsMs: 700,
  /** ... the sentence before it has had this long, ... */
  sentenceMs: 3000,
  /** ... and again after this long. */
  repeatMs: 8000,
} as const;

/** What was said last. */
export interface AnnounceMemory {
  readonly step?: ScanState['step'];
  readonly caption: string;
  /** When the caption began to stand. */
  readonly standsSinceMs: number;
  readonly said: string;
  readonly saidAtMs: number;
}

export const SILENT: AnnounceMemory = { caption: '', standsSinceMs: 0, said: '', saidAtMs: -Infinity };

/** Before it begins and after it was given up, nobody listens. */
const WORDLESS: readonly ScanState['step'][] = ['idle', 'cancelled'];

/** Steps are spoken at once; hints when they last, and not in a torrent. */
export function announceNext(memory: AnnounceMemory, state: ScanState, nowMs: number): { readonly memory: AnnounceMemory; readonly say?: string } {
  const { step, caption } = state;
  const standsSinceMs = caption === memory.caption ? memory.standsSinceMs : nowMs;
  const next = { ...memory, step, caption, standsSinceMs };
  const isHint = 'hint' in state;
  const isDue = isHint ? hintIsDue(next, nowMs) : step !== memory.step && !WORDLESS.includes(step);
  return isDue ? { memory: { ...next, said: caption, saidAtMs: nowMs }, say: caption } : { memory: next };
}

function hintIsDue({ caption, said, standsSinceMs, saidAtMs }: AnnounceMemory, nowMs: number): boolean {
  const { hintStandsMs, repeatMs, sentenceMs } = ANNOUNCE_RULES;
  return nowMs - standsSinceMs >= hintStandsMs && nowMs - saidAtMs >= (caption === said ? repeatMs : sentenceMs);
}
