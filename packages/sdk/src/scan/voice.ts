import type { Locale } from './texts/locale.ts';

/** Speaks one sentence at a time. */
export interface Voice {
  /** Says `text`, dropping what is still being said. */
  say(text: string, locale: Locale): void;
  /** Falls silent. */
  stop(): void;
}

export interface VoiceDeps {
  readonly synthesis: SpeechSynthesis | undefined;
  readonly createUtterance: (text: string) => SpeechSynthesisUtterance;
}

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-US' };

const BROWSER: VoiceDeps = {
  get synthesis() { return globalThis.speechSynthesis as SpeechSynthesis | undefined; },
  createUtterance: (text) => new SpeechSynthesisUtterance(text),
};

/** The browser's speech. Silent where there is none, or no voice of the language on the device itself. */
export function createVoice({ synthesis, createUtterance }: VoiceDeps = BROWSER): Voice {
  return {
    say(text, locale) {
      const voice = synthesis && pickVoice(synthesis.getVoices(), locale);
      if (!synthesis || !voice) return;
      synthesis.cancel();
      synthesis.speak(Object.assign(createUtterance(text), { voice, lang: voice.lang }));
    },
    stop: () => synthesis?.cancel(),
  };
}

/** A voice of the language that works without a network service, the exact region first: no third party hears the prompts. */
export function pickVoice(voices: readonly SpeechSynthesisVoice[], locale: Locale): SpeechSynthesisVoice | undefined {
  const local = voices.filter((voice) => voice.localService && tagOf(voice).startsWith(locale));
  return local.find((voice) => tagOf(voice) === LANGUAGE_TAGS[locale].toLowerCase()) ?? local[0];
}

// Android writes vi_VN.
const tagOf = (voice: SpeechSynthesisVoice): string => voice.lang.replace('_', '-').toLowerCase();
