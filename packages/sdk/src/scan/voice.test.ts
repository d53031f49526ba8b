import { expect, it, vi } from 'vitest';
import { createVoice, pickVoice } from './voice.ts';

const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({ lang, localService, default: false, name: lang, voiceURI: lang });

it('picks a voice of the device itself, the right region first', () => {
  expect(pickVoice([voice('en-GB'), voice('en-US')], 'en')?.lang).toBe('en-US');
  expect(pickVoice([voice('en-US'), voice('vi_VN')], 'vi')?.lang).toBe('vi_VN');
  expect(pickVoice([voice('vi-VN', false)], 'vi')).toBeUndefined();
  expect(pickVoice([voice('en-AU')], 'en')?.lang).toBe('en-AU');
});

it('says one sentence at a time, and nothing without a voice', () => {
  const synthesis = { getVoices: () => [voice('vi-VN')], speak: vi.fn<(utterance: unknown) => void>(), cancel: vi.fn<() => void>() };
  const spoken = createVoice({ synthesis: synthesis as unknown as SpeechSynthesis, createUtterance: (text) => ({ text }) as SpeechSynthesisUtterance });
  spoken.say('Xin chào', 'vi');
  expect(synthesis.cancel).toHaveBeenCalledOnce();
  expect(synthesis.speak).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: 'Xin chào', lang: 'vi-VN' }));
  spoken.say('Hello', 'en');
  expect(synthesis.speak).toHaveBeenCalledOnce();
});

it('is silent in a browser without speech', () => {
  const silent = createVoice({ synthesis: undefined, createUtterance: () => { throw new Error('not called'); } });
  expect(() => { silent.say('Hello', 'en'); silent.stop(); }).not.toThrow();
});
