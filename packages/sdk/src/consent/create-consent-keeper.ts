import type { ConsentRecord, ConsentState } from '@vua/models/contracts';
import { type BrowserSignal, UNKNOWN_CONSENT, applySignal, readSignal } from './consent-choices.ts';
import type { ConsentStorage } from './consent-storage.ts';
import { type ConsentEntry, type KeptConsent, consentFault, formatConsent, parseConsent } from './kept-consent.ts';

export interface ConsentKeeperDeps {
  readonly storage: ConsentStorage;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly signal?: () => BrowserSignal | undefined;
}

/** What became of a choice. `lasts`: until it is chosen anew, or until the page closes. */
export type ConsentOutcome =
  | { readonly status: 'kept'; readonly lasts: 'device' | 'page'; readonly choices: ConsentState }
  | { readonly status: 'rejected'; readonly path: string };

/** `isHere`: the choice was made on this very page. */
export interface ConsentChange {
  readonly before: ConsentState;
  readonly after: ConsentState;
  readonly isHere: boolean;
}

/** The shopper's choices for one shop, on this device. */
export interface ConsentKeeper {
  /** The choices now, the browser's signal included. */
  read(): ConsentState;
  /** Takes effect before it returns. Purposes that are not named stay as they are. */
  set(choices: Partial<ConsentState>, textVersion: string): ConsentOutcome;
  log(): readonly ConsentEntry[];
  /** @returns how to stop. */
  onChange(listener: (change: ConsentChange) => void): () => void;
  readonly outbox: ConsentOutbox;
  /** Stops listening to other pages. */
  close(): void;
}

/** Proofs of choices on their way to the server. */
export interface ConsentOutbox {
  list(): readonly ConsentRecord[];
  add(record: ConsentRecord): void;
  remove(ids: readonly string[]): void;
}

export function createConsentKeeper({ storage, now, signal = readSignal }: ConsentKeeperDeps): ConsentKeeper {
  const listeners = new Set<(change: ConsentChange) => void>();
  let parsed: { readonly text: string | null; readonly kept: KeptConsent } | undefined;
  const kept = (): KeptConsent => {
    const text = storage.read();
    if (parsed?.text !== text) parsed = { text, kept: parseConsent(text) };
    return parsed?.kept ?? parseConsent(text);
  };
  const keep = (change: (old: KeptConsent) => KeptConsent): boolean => storage.write(formatConsent(change(kept())));
  const read = (): ConsentState => applySignal(kept().log.at(-1)?.choices ?? UNKNOWN_CONSENT, signal());
  let known = read();
  const tell = (isHere: boolean): void => {
    const [before, after] = [known, read()];
    known = after;
    if (JSON.stringify(before) !== JSON.stringify(after)) for (const listener of listeners) listener({ before, after, isHere });
  };
  const stopHearing = storage.hear(() => tell(false));

  return {
    read,
    set(given, textVersion) {
      const chosen = { ...read(), ...given };
      const choices = applySignal(chosen, signal());
      const source = choices.analytics === chosen.analytics ? 'shopper' : (signal() ?? 'shopper');
      const entry: ConsentEntry = { timeMs: now(), choices, textVersion, source };
      const path = consentFault(entry);
      if (path !== undefined) return { status: 'rejected', path };
      const isKept = keep(({ log, unsent }) => ({ log: [...log, entry], unsent }));
      tell(true);
      return { status: 'kept', lasts: isKept ? 'device' : 'page', choices };
    },
    log: () => kept().log,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    outbox: outboxOf(kept, keep),
    close: stopHearing,
  };
}

function outboxOf(kept: () => KeptConsent, keep: (change: (old: KeptConsent) => KeptConsent) => void): ConsentOutbox {
  return {
    list: () => kept().unsent,
    add: (record) => keep(({ log, unsent }) => ({ log, unsent: [...unsent, record] })),
    remove: (ids) => keep(({ log, unsent }) => ({ log, unsent: unsent.filter(({ id }) => !ids.includes(id)) })),
  };
}
