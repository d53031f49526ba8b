import { announceNext, SILENT } from './announce-next.ts';
import type { ScanState } from './scan-state.ts';
import type { Locale } from './texts/locale.ts';
import type { Voice } from './voice.ts';

/** Speaks what the snapshots say, unless muted. */
export interface Announcer {
  hear(state: ScanState): void;
  setMuted(muted: boolean): void;
  stop(): void;
}

export function createAnnouncer({ voice, locale, now }: { voice: Voice; locale: Locale; now: () => number }): Announcer {
  let memory = SILENT;
  let isMuted = false;
  return {
    hear(state) {
      const next = announceNext(memory, state, now());
      memory = next.memory;
      if (next.say !== undefined && !isMuted) voice.say(next.say, locale);
    },
    setMuted(muted) {
      isMuted = muted;
      if (muted) voice.stop();
    },
    stop: () => voice.stop(),
  };
}
