import { describe, expect, it } from 'vitest';
import { SdkError } from '../sdk-error.ts';
import { createCleanup, unlessAborted } from './create-cleanup.ts';

describe('a cleanup', () => {
  it('undoes in the opposite order, once', () => {
    const undone: string[] = [];
    const cleanup = createCleanup();
    cleanup.add(() => void undone.push('first'));
    cleanup.add(() => void undone.push('second'));
    cleanup.run();
    cleanup.run();
    expect(undone).toEqual(['second', 'first']);
  });

  it('undoes at once what comes after the end', () => {
    const undone: string[] = [];
    const cleanup = createCleanup();
    cleanup.run(new SdkError('camera-lost'));
    cleanup.add(() => void undone.push('late'));
    expect(undone).toEqual(['late']);
    expect(cleanup.signal.reason).toMatchObject({ code: 'camera-lost' });
  });
});

describe('unlessAborted', () => {
  it('gives what the work gives', async () => {
    expect(await unlessAborted(Promise.resolve(7), new AbortController().signal)).toBe(7);
  });

  it.each(['before', 'during'])('ends at once when aborted %s the work, and discards what comes too late', async (when) => {
    const abort = new AbortController();
    const discarded: number[] = [];
    const { promise, resolve } = Promise.withResolvers<number>();
    if (when === 'before') abort.abort(new SdkError('aborted'));
    const work = unlessAborted(promise, abort.signal, (late) => void discarded.push(late));
    abort.abort(new SdkError('aborted'));
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
    resolve(7);
    await promise;
    expect(discarded).toEqual([7]);
  });
});
