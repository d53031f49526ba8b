import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SdkError } from '../sdk-error.ts';
import { createWriteBehind } from './write-behind.ts';

const write = () => vi.fn<() => Promise<void>>(async () => undefined);

describe('createWriteBehind', () => {
  it('writes once the answer is out', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { later, afterLoading } = createWriteBehind();
    const file = write();
    const loaded = await afterLoading(async () => {
      later(file);
      return 'engine';
    });
    expect(loaded).toBe('engine');
    expect(file).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(file).toHaveBeenCalledOnce();
    await afterLoading(async () => 'another');
    vi.runAllTimers();
    expect(file).toHaveBeenCalledOnce();
  });

  it('writes one file at a time', async () => {
    const { later, afterLoading } = createWriteBehind();
    const { promise: firstWritten, resolve } = Promise.withResolvers<void>();
    const { promise: secondAsked, resolve: askSecond } = Promise.withResolvers<void>();
    const first = vi.fn<() => Promise<void>>(() => firstWritten);
    const second = vi.fn<() => Promise<void>>(async () => askSecond());
    later(first);
    later(second);
    await afterLoading(async () => 'engine');
    await vi.waitUntil(() => first.mock.calls.length > 0);
    expect(second).not.toHaveBeenCalled();
    resolve();
    await secondAsked;
  });

  it('does not wait for the writing', async () => {
    const { later, afterLoading } = createWriteBehind();
    later(() => new Promise(() => undefined));
    expect(await afterLoading(async () => 'engine')).toBe('engine');
  });

  it('writes what had come before it says that the rest did not', async () => {
    const { later, afterLoading } = createWriteBehind();
    const { promise: written, resolve } = Promise.withResolvers<void>();
    later(() => written);
    const told = vi.fn<(error: unknown) => void>();
    const loading = afterLoading(() => Promise.reject(new SdkError('offline'))).catch(told);
    await Promise.resolve();
    expect(told).not.toHaveBeenCalled();
    resolve();
    await loading;
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'offline' }));
  });

  it('writes nothing where memory is short', async () => {
    const { later, afterLoading } = createWriteBehind();
    const file = write();
    later(file);
    await expect(afterLoading(() => Promise.reject(new SdkError('out-of-memory')))).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(file).not.toHaveBeenCalled();
  });
});
