import { expect, it } from 'vitest';
import { ANNOUNCE_RULES, SILENT, announceNext } from './announce-next.ts';
import type { ScanState } from './scan-state.ts';

const live = (caption: string, hint?: 'too-far' | 'moving'): ScanState => ({
  step: 'framing-front', view: 'front', caption, progress: 0, video: { widthPx: 1, heightPx: 1 }, outline: new Float32Array(0), paused: false, ...(hint && { hint }),
});

/** What is said when the states come 100 ms apart. */
function hear(states: readonly ScanState[]): { atMs: number; text: string }[] {
  let memory = SILENT;
  return states.flatMap((state, i) => {
    const next = announceNext(memory, state, i * 100);
    memory = next.memory;
    return next.say === undefined ? [] : [{ atMs: i * 100, text: next.say }];
  });
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

it('says a step once, at once', () => {
  expect(hear(times(50, live('Face the camera')))).toEqual([{ atMs: 0, text: 'Face the camera' }]);
});

it('lets the sentence end before it says a hint, and says a lasting hint again', () => {
  const { sentenceMs, repeatMs } = ANNOUNCE_RULES;
  expect(hear([live('Face the camera'), ...times(130, live('Come closer', 'too-far'))])).toEqual([
    { atMs: 0, text: 'Face the camera' }, { atMs: sentenceMs, text: 'Come closer' }, { atMs: sentenceMs + repeatMs, text: 'Come closer' },
  ]);
});

it('does not say a hint that passes', () => {
  expect(hear([...times(40, live('Face the camera')), ...times(5, live('Hold still', 'moving')), ...times(40, live('Face the camera'))])).toHaveLength(1);
});
